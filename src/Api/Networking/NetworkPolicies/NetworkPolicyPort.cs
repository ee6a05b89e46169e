using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.NetworkPolicyPort")]
public sealed partial record NetworkPolicyPort
{
    [Field(1, KeepEmpty = true)]
    public string? Protocol { get; init; }

    [Field(2)]
    public IntOrString? Port { get; init; }

    [Field(3)]
    public int? EndPort { get; init; }
}
