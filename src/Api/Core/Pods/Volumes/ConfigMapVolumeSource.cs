using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ConfigMapVolumeSource")]
public sealed partial record ConfigMapVolumeSource
{
    [Field(1, In = 1, Default = "\"\"")]
    public string? Name { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<KeyToPath>? Items { get; init; }

    [Field(3)]
    public int? DefaultMode { get; init; }

    [Field(4)]
    public bool? Optional { get; init; }
}
