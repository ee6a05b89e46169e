using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>User and request of a question. A user or a group must be given.</summary>
[ApiType("io.k8s.api.authorization.v1.SubjectAccessReviewSpec")]
public sealed partial record SubjectAccessReviewSpec
{
    /// <summary>Request for a resource. Exactly one of this and <c>nonResourceAttributes</c> must be set.</summary>
    [Field(1)]
    public ResourceAttributes? ResourceAttributes { get; init; }

    /// <summary>Request for a path that isn't a resource, such as <c>/healthz</c>.</summary>
    [Field(2)]
    public NonResourceAttributes? NonResourceAttributes { get; init; }

    /// <summary>Name of the user. With groups alone, it asks about a nameless member of them.</summary>
    [Field(3)]
    public string? User { get; init; }

    /// <summary>Groups of the user, such as <c>system:authenticated</c>; rights of each count.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Further attributes of the user, as its authenticator gave them.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Extra { get; init; }

    /// <summary>UID of the user, as far as authorizers look at it.</summary>
    [Field(6)]
    public string? Uid { get; init; }
}
