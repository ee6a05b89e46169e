using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Ports at which the daemons of a node listen.</summary>
[ApiType("io.k8s.api.core.v1.NodeDaemonEndpoints")]
public sealed partial record NodeDaemonEndpoints
{
    /// <summary>Port of the node agent, through which logs and <c>exec</c> go.</summary>
    [Field(1)]
    public DaemonEndpoint KubeletEndpoint { get; init; } = new();
}
