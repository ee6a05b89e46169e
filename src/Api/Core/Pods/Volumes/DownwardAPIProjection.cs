using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.DownwardAPIProjection")]
public sealed partial record DownwardAPIProjection
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<DownwardAPIVolumeFile>? Items { get; init; }
}
