using System.Globalization;

namespace ActorKube.Benchmarks;

/// <summary>Options of a benchmark: <c>--name value</c>.</summary>
internal static class Options
{
    /// <summary>Null if it isn't given.</summary>
    public static string? Text(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>Null if it isn't given.</summary>
    public static int? Number(string[] args, string name) => Text(args, name) is { } value ? int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
