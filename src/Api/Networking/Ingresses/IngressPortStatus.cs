using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.IngressPortStatus")]
public sealed partial record IngressPortStatus
{
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    [Field(2, Required = true)]
    public string Protocol { get; init; } = "";

    [Field(3, KeepEmpty = true)]
    public string? Error { get; init; }
}
