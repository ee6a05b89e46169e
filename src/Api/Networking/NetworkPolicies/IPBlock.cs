using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.IPBlock")]
public sealed partial record IPBlock
{
    [Field(1, Required = true)]
    public string Cidr { get; init; } = "";

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Except { get; init; }
}
