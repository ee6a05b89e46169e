using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

[ApiType("io.k8s.api.authentication.v1.TokenRequestSpec")]
public sealed partial record TokenRequestSpec
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Audiences { get; init; }

    [Field(4, Always = true)]
    public long? ExpirationSeconds { get; init; }

    [Field(3, Always = true)]
    public BoundObjectReference? BoundObjectRef { get; init; }
}
