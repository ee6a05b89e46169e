namespace ActorKube.Server.OpenApi.Operations;

/// <summary>A path with its operations.</summary>
internal sealed class PathItem
{
    public PathItem(string path, IReadOnlyList<Operation> operations)
    {
        Path = path;
        Common = [.. operations[0].Parameters.Where(p => operations.All(o => o.Parameters.Contains(p))).Order(ParameterOrder.Instance)];
        Operations =
        [
            .. operations
                .Select(o => o with { Parameters = [.. o.Parameters.Except(Common).Order(ParameterOrder.Instance)] })
                .OrderBy(o => o.Method, StringComparer.Ordinal),
        ];
    }

    public string Path { get; }

    /// <summary>Parameters that all operations have: they are said once.</summary>
    public IReadOnlyList<Parameter> Common { get; }

    /// <summary>By method, each with the parameters that are its own.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Names of the schemas that bodies have, with repetitions.</summary>
    public IEnumerable<string> Schemas => Operations
        .SelectMany(o => o.Answers.Select(a => a.Schema).Append(o.Body?.Schema))
        .OfType<string>();
}
