using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

[ApiType("io.k8s.api.apps.v1.DaemonSetSpec")]
public sealed partial record DaemonSetSpec
{
    [Field(1, Required = true, Always = true)]
    public LabelSelector? Selector { get; init; }

    [Field(2, Required = true)]
    public PodTemplateSpec Template { get; init; } = new();

    [Field(3)]
    public DaemonSetUpdateStrategy UpdateStrategy { get; init; } = new();

    [Field(4)]
    public int MinReadySeconds { get; init; }

    [Field(6)]
    public int? RevisionHistoryLimit { get; init; }
}
