using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions")]
public sealed partial record Preconditions
{
    [Field(1, KeepEmpty = true)]
    public string? Uid { get; init; }

    [Field(2, KeepEmpty = true)]
    public string? ResourceVersion { get; init; }
}
