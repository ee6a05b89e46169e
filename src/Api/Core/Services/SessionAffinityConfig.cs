using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Settings of session affinity, by the kind of affinity.</summary>
[ApiType("io.k8s.api.core.v1.SessionAffinityConfig")]
public sealed partial record SessionAffinityConfig
{
    /// <summary>Settings of affinity by client address; for <c>ClientIP</c> only.</summary>
    [Field(1)]
    public ClientIPConfig? ClientIP { get; init; }
}
