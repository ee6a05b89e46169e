using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta")]
public sealed partial record ListMeta
{
    [Field(1)]
    public string? SelfLink { get; init; }

    [Field(2)]
    public string? ResourceVersion { get; init; }

    [Field(3)]
    public string? Continue { get; init; }

    [Field(4)]
    public long? RemainingItemCount { get; init; }
}
