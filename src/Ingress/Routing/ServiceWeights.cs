using System.Collections.Immutable;
using System.Globalization;

namespace ActorKube.Ingresses.Routing;

/// <summary>Services of which each gets a part of the requests that are for any of them: <c>stable=90,canary=10</c>.</summary>
internal sealed record ServiceWeights(ImmutableArray<KeyValuePair<string, int>> Parts)
{
    private const int MaxWeight = 1_000_000;

    public static ServiceWeights None { get; } = new([]);

    public bool Has(string service) => Parts.Any(p => p.Key == service);

    /// <exception cref="FormatException">What is wrong, in words for whoever wrote it.</exception>
    public static ServiceWeights Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries).Select(ParsePart).ToImmutableArray();
        if (parts.Select(static p => p.Key).Distinct(StringComparer.Ordinal).Count() < parts.Length)
        {
            throw new FormatException("a service is named twice");
        }

        return parts.Any(static p => p.Value > 0) ? new ServiceWeights(parts) : throw new FormatException("no service has a weight above 0");
    }

    private static KeyValuePair<string, int> ParsePart(string text) =>
        text.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } service, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight <= MaxWeight
            ? KeyValuePair.Create(service, weight)
            : throw new FormatException($"\"{text}\" is not SERVICE=WEIGHT with a whole weight from 0 to {MaxWeight}");
}
