using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pods that a DaemonSet has on the nodes.</summary>
[ApiType("io.k8s.api.apps.v1.DaemonSetStatus")]
public sealed partial record DaemonSetStatus
{
    /// <summary>Nodes that run the Pod and are meant to, whether it is ready or not.</summary>
    [Field(1, Required = true, Always = true)]
    public int CurrentNumberScheduled { get; init; }

    /// <summary>Nodes that run the Pod though they aren't meant to; it is being removed there.</summary>
    [Field(2, Required = true, Always = true)]
    public int NumberMisscheduled { get; init; }

    /// <summary>Nodes that are meant to run the Pod, whether they do or not.</summary>
    [Field(3, Required = true, Always = true)]
    public int DesiredNumberScheduled { get; init; }

    /// <summary>Nodes that should run the Pod and have one that is ready.</summary>
    [Field(4, Required = true, Always = true)]
    public int NumberReady { get; init; }

    /// <summary>The <c>metadata.generation</c> that the controller last handled; below the present one, the status is out of date.</summary>
    [Field(5)]
    public long ObservedGeneration { get; init; }

    /// <summary>Nodes whose Pod is of the current template.</summary>
    [Field(6)]
    public int UpdatedNumberScheduled { get; init; }

    /// <summary>Nodes that have a Pod ready for at least <c>minReadySeconds</c>.</summary>
    [Field(7)]
    public int NumberAvailable { get; init; }

    /// <summary>Nodes that should run the Pod and have none that is available.</summary>
    [Field(8)]
    public int NumberUnavailable { get; init; }

    /// <summary>Clashes of revision names so far; it goes into the hash that names a revision.</summary>
    [Field(9)]
    public int? CollisionCount { get; init; }

    /// <summary>Aspects of the DaemonSet, one entry per type; usually empty.</summary>
    [Field(10, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<DaemonSetCondition>? Conditions { get; init; }
}
