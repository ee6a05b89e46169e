namespace ActorKube.Server.Negotiation;

/// <summary>One range of an Accept header, or a Content-Type.</summary>
public sealed record MediaType(string Name, IReadOnlyDictionary<string, string> Parameters, double Quality)
{
    public const string Json = "application/json";
    public const string Yaml = "application/yaml";
    public const string Protobuf = "application/vnd.kubernetes.protobuf";

    /// <summary>The value of a parameter; "" where it isn't there.</summary>
    public string this[string parameter] => Parameters.GetValueOrDefault(parameter, "");

    /// <summary>The ranges of an Accept header, best first; equal ones in the order given.</summary>
    public static IReadOnlyList<MediaType> ParseAccept(string header) =>
        header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse).OrderByDescending(m => m.Quality).ToList();

    public static MediaType Parse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parameters[part[..equals].Trim()] = part[(equals + 1)..].Trim().Trim('"');
            }
        }

        var quality = parameters.Remove("q", out var q) && double.TryParse(q, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 1;
        return new MediaType(parts.Length > 0 ? parts[0].ToLowerInvariant() : "", parameters, quality);
    }
}
