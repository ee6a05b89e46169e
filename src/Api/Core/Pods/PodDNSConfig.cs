using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>DNS settings that are merged into the resolver configuration which <c>dnsPolicy</c> produces.</summary>
[ApiType("io.k8s.api.core.v1.PodDNSConfig")]
public sealed partial record PodDNSConfig
{
    /// <summary>Addresses of up to three DNS servers, put after those of the policy. Needs at least one entry with <c>dnsPolicy: None</c>.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Nameservers { get; init; }

    /// <summary>Search domains for short host names, put after those of the policy; duplicates are dropped.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Searches { get; init; }

    /// <summary>Resolver options such as <c>ndots</c>; they win over options of the same name from the policy.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<PodDNSConfigOption>? Options { get; init; }
}
