using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PodDNSConfigOption")]
public sealed partial record PodDNSConfigOption
{
    [Field(1)]
    public string? Name { get; init; }

    [Field(2, KeepEmpty = true)]
    public string? Value { get; init; }
}
