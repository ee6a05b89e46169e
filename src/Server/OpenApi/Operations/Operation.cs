namespace ActorKube.Server.OpenApi.Operations;

/// <summary>What one method of a path does.</summary>
/// <param name="Method">In lower case: <c>get</c>.</param>
/// <param name="Id">Unique name, from which generators of client libraries make the names of functions.</param>
internal sealed record Operation(string Method, string Id, string Doc, string Tag)
{
    /// <summary>What Kubernetes calls the operation; null where it concerns no resource.</summary>
    public string? Action { get; init; }

    public GroupVersionKind? Kind { get; init; }

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Null for a request without a body.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>Answers of success. That of a request without valid credentials goes without saying.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }
}

/// <summary>The body of a request.</summary>
/// <param name="Schema">Name of its schema.</param>
internal sealed record RequestBody(string Schema, IReadOnlyList<string> MediaTypes, bool Required);

/// <summary>One answer of success.</summary>
/// <param name="Schema">Name of its schema; null for text.</param>
internal sealed record Answer(int Code, string? Schema, IReadOnlyList<string> MediaTypes)
{
    public string Doc => Code switch
    {
        201 => "Created",
        202 => "Accepted",
        _ => "OK",
    };
}
