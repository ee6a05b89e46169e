namespace ActorKube.Api.Core;

/// <summary>Lists of records as the API keeps them: immutable, and null when empty.</summary>
internal static class Items
{
    /// <summary>The list with every item changed; an empty one becomes null, as stored lists are.</summary>
    public static IReadOnlyList<T>? Each<T>(this IReadOnlyList<T>? items, Func<T, T> change)
    {
        if (items is null or { Count: 0 })
        {
            return null;
        }

        var result = new T[items.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = change(items[i]);
        }

        return result;
    }

    /// <summary>The list, or an empty one.</summary>
    public static IReadOnlyList<T> OrEmpty<T>(this IReadOnlyList<T>? items) => items ?? [];

    /// <summary>The map, or an empty one.</summary>
    public static IReadOnlyDictionary<string, T> OrEmpty<T>(this IReadOnlyDictionary<string, T>? map) =>
        map ?? System.Collections.Immutable.ImmutableDictionary<string, T>.Empty;
}
