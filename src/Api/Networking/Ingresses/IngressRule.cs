using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Paths of one host, and where requests for them go.</summary>
[ApiType("io.k8s.api.networking.v1.IngressRule")]
public sealed partial record IngressRule
{
    /// <summary>Host name without port; <c>*.example.com</c> stands for one label. Empty matches every host; IP addresses aren't allowed.</summary>
    [Field(1)]
    public string? Host { get; init; }

    /// <summary>Paths of the host; when absent, its requests go to the default backend.</summary>
    [Field(1, In = 2, Bare = true)]
    public HTTPIngressRuleValue? Http { get; init; }
}
