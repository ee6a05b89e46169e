using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One address of the node a Pod runs on.</summary>
[ApiType("io.k8s.api.core.v1.HostIP")]
public sealed partial record HostIP
{
    /// <summary>IP address that belongs to the node, IPv4 or IPv6.</summary>
    [Field(1, Required = true)]
    public string Ip { get; init; } = "";
}
