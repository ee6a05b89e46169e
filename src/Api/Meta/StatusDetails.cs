using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>What a request's outcome concerns, and when to try again.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails")]
public sealed partial record StatusDetails
{
    /// <summary>Name of the object, where a single one is concerned.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>API group of the resource; empty for the core group.</summary>
    [Field(2)]
    public string? Group { get; init; }

    /// <summary>Kind or plural resource name that the outcome concerns.</summary>
    [Field(3)]
    public string? Kind { get; init; }

    /// <summary>UID of the object, where a single one is concerned.</summary>
    [Field(6)]
    public string? Uid { get; init; }

    /// <summary>The individual causes, such as one per invalid field.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<StatusCause>? Causes { get; init; }

    /// <summary>Seconds to wait before the next attempt, or <c>0</c> when the server suggests none.</summary>
    [Field(5)]
    public int RetryAfterSeconds { get; init; }
}
