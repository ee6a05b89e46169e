namespace ActorKube.Api.Serialization;

/// <summary>What a lenient decoder passes over and a strict one refuses: unknown and repeated fields, in the order of the document.</summary>
public sealed class DecodeReport
{
    /// <summary>Further ones help nobody; Kubernetes stops there too.</summary>
    private const int MaxFindings = 100;

    private readonly List<string> _findings = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Texts such as <c>unknown field "spec.foo"</c> and <c>duplicate field "data.k"</c>.</summary>
    public IReadOnlyList<string> Findings => _findings;

    internal void Unknown(string path) => Add($"unknown field \"{path}\"");

    internal void Duplicate(string path) => Add($"duplicate field \"{path}\"");

    private void Add(string finding)
    {
        if (_findings.Count < MaxFindings && _seen.Add(finding))
        {
            _findings.Add(finding);
        }
    }
}
