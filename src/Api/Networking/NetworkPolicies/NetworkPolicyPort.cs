using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Port or range of ports that traffic may go to.</summary>
[ApiType("io.k8s.api.networking.v1.NetworkPolicyPort")]
public sealed partial record NetworkPolicyPort
{
    /// <summary><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>; when absent, <c>TCP</c>.</summary>
    [Field(1, KeepEmpty = true, Enum = ["SCTP", "TCP", "UDP"])]
    public string? Protocol { get; init; }

    /// <summary>Port by number, or by the name of a container port; all ports when absent.</summary>
    [Field(2)]
    public IntOrString? Port { get; init; }

    /// <summary>Last port of a range that <c>port</c> begins; <c>port</c> must be a number then.</summary>
    [Field(3)]
    public int? EndPort { get; init; }
}
