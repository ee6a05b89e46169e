using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.DaemonEndpoint")]
public sealed partial record DaemonEndpoint
{
    [Field(1, Name = "Port", Required = true, Always = true)]
    public int Port { get; init; }
}
