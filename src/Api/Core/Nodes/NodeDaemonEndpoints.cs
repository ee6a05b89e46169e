using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.NodeDaemonEndpoints")]
public sealed partial record NodeDaemonEndpoints
{
    [Field(1)]
    public DaemonEndpoint KubeletEndpoint { get; init; } = new();
}
