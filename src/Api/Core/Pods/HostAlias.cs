using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.HostAlias")]
public sealed partial record HostAlias
{
    [Field(1, Required = true)]
    public string Ip { get; init; } = "";

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Hostnames { get; init; }
}
