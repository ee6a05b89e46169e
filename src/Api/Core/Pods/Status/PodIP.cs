using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One IP address of a Pod, of either family.</summary>
[ApiType("io.k8s.api.core.v1.PodIP")]
public sealed partial record PodIP
{
    /// <summary>IP address that belongs to the Pod, IPv4 or IPv6.</summary>
    [Field(1, Required = true)]
    public string Ip { get; init; } = "";
}
