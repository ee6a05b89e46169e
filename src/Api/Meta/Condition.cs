using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>One observed aspect of an object, such as readiness, with a three-valued status and the reason for it.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.Condition")]
public sealed partial record Condition
{
    /// <summary>Name of the aspect in CamelCase, optionally with a domain in front (<c>example.com/Ready</c>). A list holds each type once.</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Whether the aspect holds: <c>True</c>, <c>False</c>, or <c>Unknown</c> when that can't be told.</summary>
    [Field(2, Required = true)]
    public string Status { get; init; } = "";

    /// <summary>The <c>metadata.generation</c> that was looked at. Smaller than the current one means that the condition is stale.</summary>
    [Field(3)]
    public long ObservedGeneration { get; init; }

    /// <summary>When <c>status</c> last took another value. A new reason or message alone leaves the time as it is.</summary>
    [Field(4, Required = true, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>CamelCase word for programs that says why; never empty, at most 1024 characters.</summary>
    [Field(5, Required = true)]
    public string Reason { get; init; } = "";

    /// <summary>Explanation for people, at most 32768 characters; may be empty.</summary>
    [Field(6, Required = true)]
    public string Message { get; init; } = "";
}
