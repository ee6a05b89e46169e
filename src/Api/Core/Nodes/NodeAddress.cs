using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One address or name under which a node can be reached.</summary>
[ApiType("io.k8s.api.core.v1.NodeAddress")]
public sealed partial record NodeAddress
{
    /// <summary>
    /// <c>Hostname</c>, <c>InternalIP</c>, <c>ExternalIP</c>, <c>InternalDNS</c> or <c>ExternalDNS</c>; tells how the address may be used.
    /// </summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>The IP address or host name, as the type says.</summary>
    [Field(2, Required = true)]
    public string Address { get; init; } = "";
}
