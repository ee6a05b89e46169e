using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.HostIP")]
public sealed partial record HostIP
{
    [Field(1, Required = true)]
    public string Ip { get; init; } = "";
}
