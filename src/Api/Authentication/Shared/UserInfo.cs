using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>A user as the server knows it after authentication.</summary>
[ApiType("io.k8s.api.authentication.v1.UserInfo")]
public sealed partial record UserInfo
{
    /// <summary>Name that identifies the user, such as <c>system:serviceaccount:&lt;namespace&gt;:&lt;name&gt;</c>.</summary>
    [Field(1)]
    public string? Username { get; init; }

    /// <summary>Identifier that tells the user from a later one of the same name.</summary>
    [Field(2)]
    public string? Uid { get; init; }

    /// <summary>Groups the user belongs to, such as <c>system:authenticated</c>.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Further attributes from the authenticator, each with a list of values. Keys are lower-case.</summary>
    [Field(4)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Extra { get; init; }
}
