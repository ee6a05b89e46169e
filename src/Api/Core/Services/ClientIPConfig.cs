using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Settings of session affinity by client address: how long it lasts.</summary>
[ApiType("io.k8s.api.core.v1.ClientIPConfig")]
public sealed partial record ClientIPConfig
{
    /// <summary>Seconds for which a client stays with its Pod, 1 to 86400; default 10800, three hours.</summary>
    [Field(1)]
    public int? TimeoutSeconds { get; init; }
}
