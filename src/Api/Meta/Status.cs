using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Answer of the server where there is no object to return, above all for errors.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.Status")]
public sealed partial record Status
{
    /// <summary>The kind of this answer, <c>Status</c>, by which clients tell it from an object.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this answer, always <c>v1</c>.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Metadata of the answer; mostly empty, as there is no list.</summary>
    [Field(1)]
    public ListMeta Metadata { get; init; } = new();

    /// <summary><c>Success</c> or <c>Failure</c>; <c>code</c> and <c>reason</c> say more.</summary>
    [Field(2, Name = "status")]
    public string? Outcome { get; init; }

    /// <summary>The outcome in words, for people; not meant to be parsed.</summary>
    [Field(3)]
    public string? Message { get; init; }

    /// <summary>
    /// CamelCase cause of a failure, finer than the HTTP code: <c>NotFound</c>, <c>AlreadyExists</c>, <c>Conflict</c>, <c>Invalid</c> and so on.
    /// </summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>What the failure was about, for programs; its content depends on <c>reason</c>.</summary>
    [Field(5, List = ListType.Atomic)]
    public StatusDetails? Details { get; init; }

    /// <summary>HTTP status code of the answer, such as <c>404</c>.</summary>
    [Field(6)]
    public int Code { get; init; }
}
