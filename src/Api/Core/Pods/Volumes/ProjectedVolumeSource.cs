using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ProjectedVolumeSource")]
public sealed partial record ProjectedVolumeSource
{
    [Field(1, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<VolumeProjection>? Sources { get; init; }

    [Field(2)]
    public int? DefaultMode { get; init; }
}
