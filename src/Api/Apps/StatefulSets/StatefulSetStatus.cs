using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pods that a StatefulSet has, and how its update goes.</summary>
[ApiType("io.k8s.api.apps.v1.StatefulSetStatus")]
public sealed partial record StatefulSetStatus
{
    /// <summary>The <c>metadata.generation</c> that the controller last handled; below the present one, the status is out of date.</summary>
    [Field(1)]
    public long ObservedGeneration { get; init; }

    /// <summary>Pods that the controller has created, ready or not.</summary>
    [Field(2, Required = true, Always = true)]
    public int Replicas { get; init; }

    /// <summary>Pods whose <c>Ready</c> condition is <c>True</c>.</summary>
    [Field(3)]
    public int ReadyReplicas { get; init; }

    /// <summary>Pods that are still of <c>currentRevision</c>, the one before the update.</summary>
    [Field(4)]
    public int CurrentReplicas { get; init; }

    /// <summary>Pods that are already of <c>updateRevision</c>.</summary>
    [Field(5)]
    public int UpdatedReplicas { get; init; }

    /// <summary>Revision before the update that is under way; equal to <c>updateRevision</c> when none is.</summary>
    [Field(6)]
    public string? CurrentRevision { get; init; }

    /// <summary>Revision of the current template, to which Pods are being updated.</summary>
    [Field(7)]
    public string? UpdateRevision { get; init; }

    /// <summary>Clashes of revision names so far; it goes into the hash that names a revision.</summary>
    [Field(9)]
    public int? CollisionCount { get; init; }

    /// <summary>Aspects of the StatefulSet, one entry per type; usually empty.</summary>
    [Field(10, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<StatefulSetCondition>? Conditions { get; init; }

    /// <summary>Pods that have been ready for at least <c>minReadySeconds</c>.</summary>
    [Field(11, Always = true)]
    public int AvailableReplicas { get; init; }
}
