using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pods that a ReplicaSet has, by how far they are.</summary>
[ApiType("io.k8s.api.apps.v1.ReplicaSetStatus")]
public sealed partial record ReplicaSetStatus
{
    /// <summary>Pods that match the selector and aren't ending.</summary>
    [Field(1, Required = true, Always = true)]
    public int Replicas { get; init; }

    /// <summary>Pods among them with all labels of the template.</summary>
    [Field(2)]
    public int FullyLabeledReplicas { get; init; }

    /// <summary>Pods among them whose <c>Ready</c> condition is <c>True</c>.</summary>
    [Field(4)]
    public int ReadyReplicas { get; init; }

    /// <summary>Pods among them that have been ready for at least <c>minReadySeconds</c>.</summary>
    [Field(5)]
    public int AvailableReplicas { get; init; }

    /// <summary>The <c>metadata.generation</c> that the controller last handled; below the present one, the status is out of date.</summary>
    [Field(3)]
    public long ObservedGeneration { get; init; }

    /// <summary>Aspects of the ReplicaSet: <c>ReplicaFailure</c> while Pods can't be created or deleted.</summary>
    [Field(6, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ReplicaSetCondition>? Conditions { get; init; }
}
