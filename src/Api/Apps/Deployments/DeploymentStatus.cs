using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pods that a Deployment has, and how its rollout goes.</summary>
[ApiType("io.k8s.api.apps.v1.DeploymentStatus")]
public sealed partial record DeploymentStatus
{
    /// <summary>The <c>metadata.generation</c> that the controller last handled; below the present one, the status is out of date.</summary>
    [Field(1)]
    public long ObservedGeneration { get; init; }

    /// <summary>Pods of all its ReplicaSets that aren't ending.</summary>
    [Field(2)]
    public int Replicas { get; init; }

    /// <summary>Pods of the current template that aren't ending.</summary>
    [Field(3)]
    public int UpdatedReplicas { get; init; }

    /// <summary>Pods that are ready, of the current or an older template.</summary>
    [Field(7)]
    public int ReadyReplicas { get; init; }

    /// <summary>Pods that have been ready for at least <c>minReadySeconds</c>.</summary>
    [Field(4)]
    public int AvailableReplicas { get; init; }

    /// <summary>Pods still missing for full availability, whether they run unready or don't exist yet.</summary>
    [Field(5)]
    public int UnavailableReplicas { get; init; }

    /// <summary>Whether it is available, makes progress or fails to make Pods.</summary>
    [Field(6, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<DeploymentCondition>? Conditions { get; init; }

    /// <summary>Clashes of ReplicaSet names so far; it goes into the hash that names a ReplicaSet.</summary>
    [Field(8)]
    public int? CollisionCount { get; init; }
}
