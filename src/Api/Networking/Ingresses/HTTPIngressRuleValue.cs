using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>HTTP paths of one host, and where each leads.</summary>
[ApiType("io.k8s.api.networking.v1.HTTPIngressRuleValue")]
public sealed partial record HTTPIngressRuleValue
{
    /// <summary>Paths; the longest match wins, and <c>Exact</c> before <c>Prefix</c>.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<HTTPIngressPath>? Paths { get; init; }
}
