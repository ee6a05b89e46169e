using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PodIP")]
public sealed partial record PodIP
{
    [Field(1, Required = true)]
    public string Ip { get; init; } = "";
}
