using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference")]
public sealed partial record ServiceReference
{
    [Field(1, Required = true)]
    public string Namespace { get; init; } = "";

    [Field(2, Required = true)]
    public string Name { get; init; } = "";

    [Field(3, KeepEmpty = true)]
    public string? Path { get; init; }

    [Field(4)]
    public int? Port { get; init; }
}
