using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Line added to the <c>/etc/hosts</c> file of a Pod's containers.</summary>
[ApiType("io.k8s.api.core.v1.HostAlias")]
public sealed partial record HostAlias
{
    /// <summary>IP address that the host names stand for; required and unique in the Pod.</summary>
    [Field(1, Required = true)]
    public string Ip { get; init; } = "";

    /// <summary>Names that resolve to the address inside the Pod.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Hostnames { get; init; }
}
