using System.Collections.Immutable;

namespace ActorKube.NodeAgent;

/// <summary>The API's lists and maps are null when empty.</summary>
internal static class Lists
{
    public static IReadOnlyList<T> OrEmpty<T>(this IReadOnlyList<T>? items) => items ?? [];

    public static IReadOnlyDictionary<string, T> OrEmpty<T>(this IReadOnlyDictionary<string, T>? map) => map ?? ImmutableDictionary<string, T>.Empty;

    /// <summary>As Go prints a list of texts: <c>[a b]</c>.</summary>
    public static string GoText(IEnumerable<string> items) => $"[{string.Join(' ', items)}]";
}
