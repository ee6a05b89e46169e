using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ActorKube.Api.Core;

/// <summary>
/// The name of an image: <c>[registry[:port]/]repository[:tag][@digest]</c>, after the grammar of the distribution project.
/// A name without tag and digest means the tag <c>latest</c>.
/// </summary>
/// <param name="Repository">With its registry, written out: <c>nginx</c> is <c>docker.io/library/nginx</c>.</param>
/// <param name="Tag">Null when only a digest is given.</param>
/// <param name="Digest">Algorithm and hexadecimal digits; null when there is none.</param>
public sealed partial record ImageName(string Repository, string? Tag, string? Digest)
{
    public const string Latest = "latest";

    private const string DefaultRegistry = "docker.io";
    private const int MaxRepositoryLength = 255;

    /// <summary>False for a text that names no image.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ImageName? name)
    {
        name = null;
        if (string.IsNullOrEmpty(text) || BareDigest().IsMatch(text))
        {
            return false;
        }

        var (registry, path) = SplitRegistry(text);
        if (Grammar().Match($"{registry}/{path}") is not { Success: true } match || match.Groups["name"].Length > MaxRepositoryLength)
        {
            return false;
        }

        var (tag, digest) = (Text(match.Groups["tag"]), Text(match.Groups["digest"]));
        if (digest is not null && !IsKnownDigest(digest))
        {
            return false;
        }

        name = new ImageName(match.Groups["name"].Value, tag ?? (digest is null ? Latest : null), digest);
        return true;
    }

    private static (string Registry, string Path) SplitRegistry(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : text[..slash];
        var isRegistry = first.AsSpan().ContainsAny('.', ':') || first == "localhost" || first.Any(char.IsAsciiLetterUpper);
        var (registry, path) = isRegistry ? (first, text[(slash + 1)..]) : (DefaultRegistry, text);
        registry = registry == "index.docker.io" ? DefaultRegistry : registry;
        return (registry, registry == DefaultRegistry && !path.Contains('/', StringComparison.Ordinal) ? "library/" + path : path);
    }

    private static bool IsKnownDigest(string digest)
    {
        var hex = digest.AsSpan(digest.IndexOf(':', StringComparison.Ordinal) + 1);
        var length = digest[..^(hex.Length + 1)] switch { "sha256" => 64, "sha384" => 96, "sha512" => 128, _ => 0 };
        return hex.Length == length && hex.IndexOfAnyInRange('A', 'F') < 0;
    }

    private static string? Text(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(@"\A[a-f0-9]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BareDigest();

    [GeneratedRegex(
        @"\A(?<name>(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?"
        + @"(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)+)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
        + @"(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}
