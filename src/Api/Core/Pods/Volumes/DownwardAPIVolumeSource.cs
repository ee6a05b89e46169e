using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.DownwardAPIVolumeSource")]
public sealed partial record DownwardAPIVolumeSource
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<DownwardAPIVolumeFile>? Items { get; init; }

    [Field(2)]
    public int? DefaultMode { get; init; }
}
