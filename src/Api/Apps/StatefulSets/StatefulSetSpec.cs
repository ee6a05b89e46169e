using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

[ApiType("io.k8s.api.apps.v1.StatefulSetSpec")]
public sealed partial record StatefulSetSpec
{
    [Field(1)]
    public int? Replicas { get; init; }

    [Field(2, Required = true, Always = true)]
    public LabelSelector? Selector { get; init; }

    [Field(3, Required = true)]
    public PodTemplateSpec Template { get; init; } = new();

    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<PersistentVolumeClaim>? VolumeClaimTemplates { get; init; }

    [Field(5, Required = true)]
    public string ServiceName { get; init; } = "";

    [Field(6)]
    public string? PodManagementPolicy { get; init; }

    [Field(7)]
    public StatefulSetUpdateStrategy UpdateStrategy { get; init; } = new();

    [Field(8)]
    public int? RevisionHistoryLimit { get; init; }

    [Field(9)]
    public int MinReadySeconds { get; init; }

    [Field(10)]
    public StatefulSetPersistentVolumeClaimRetentionPolicy? PersistentVolumeClaimRetentionPolicy { get; init; }

    [Field(11)]
    public StatefulSetOrdinals? Ordinals { get; init; }
}
