using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One resolver option, as in the <c>options</c> line of <c>resolv.conf</c>.</summary>
[ApiType("io.k8s.api.core.v1.PodDNSConfigOption")]
public sealed partial record PodDNSConfigOption
{
    /// <summary>Name of the option, such as <c>ndots</c> or <c>timeout</c>; required.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Value of the option; absent for a mere switch.</summary>
    [Field(2, KeepEmpty = true)]
    public string? Value { get; init; }
}
