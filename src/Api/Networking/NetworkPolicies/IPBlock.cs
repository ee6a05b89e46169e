using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Range of IP addresses, possibly with holes; meant for addresses outside the cluster.</summary>
[ApiType("io.k8s.api.networking.v1.IPBlock")]
public sealed partial record IPBlock
{
    /// <summary>Range of addresses, such as <c>192.168.1.0/24</c> or <c>2001:db8::/64</c>.</summary>
    [Field(1, Required = true)]
    public string Cidr { get; init; } = "";

    /// <summary>Ranges inside <c>cidr</c> that are left out.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Except { get; init; }
}
