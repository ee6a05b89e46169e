using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>What happens to claims made from <c>volumeClaimTemplates</c> when their Pods go for good.</summary>
[ApiType("io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy")]
public sealed partial record StatefulSetPersistentVolumeClaimRetentionPolicy
{
    /// <summary>When the StatefulSet is deleted: <c>Retain</c> (default) or <c>Delete</c> the claims.</summary>
    [Field(1)]
    public string? WhenDeleted { get; init; }

    /// <summary>When it is scaled down: <c>Retain</c> (default) or <c>Delete</c> the claims of Pods that go.</summary>
    [Field(2)]
    public string? WhenScaled { get; init; }
}
