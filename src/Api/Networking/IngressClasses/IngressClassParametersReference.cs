using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.IngressClassParametersReference")]
public sealed partial record IngressClassParametersReference
{
    [Field(1, KeepEmpty = true)]
    public string? ApiGroup { get; init; }

    [Field(2, Required = true)]
    public string Kind { get; init; } = "";

    [Field(3, Required = true)]
    public string Name { get; init; } = "";

    [Field(4, KeepEmpty = true, Always = true)]
    public string? Scope { get; init; }

    [Field(5, KeepEmpty = true)]
    public string? Namespace { get; init; }
}
