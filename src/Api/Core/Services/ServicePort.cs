using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ServicePort")]
public sealed partial record ServicePort
{
    [Field(1)]
    public string? Name { get; init; }

    [Field(2, Default = "\"TCP\"")]
    public string? Protocol { get; init; }

    [Field(6, KeepEmpty = true)]
    public string? AppProtocol { get; init; }

    [Field(3, Required = true, Always = true)]
    public int Port { get; init; }

    [Field(4)]
    public IntOrString TargetPort { get; init; }

    [Field(5)]
    public int NodePort { get; init; }
}
