using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PortStatus")]
public sealed partial record PortStatus
{
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    [Field(2, Required = true)]
    public string Protocol { get; init; } = "";

    [Field(3, KeepEmpty = true)]
    public string? Error { get; init; }
}
