using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Policy.Limits;

/// <summary>What is wrong with requests and limits, in Kubernetes' words.</summary>
internal static class LimitChecks
{
    public static IEnumerable<string> Container(LimitRangeItem item, ResourceRequirements resources) => Check(item, resources.Requests, resources.Limits);

    public static IEnumerable<string> Pod(LimitRangeItem item, IReadOnlyDictionary<string, Quantity> requests, IReadOnlyDictionary<string, Quantity> limits) =>
        Check(item, requests, limits);

    /// <summary>Claims have requests only.</summary>
    public static IEnumerable<string> Claim(LimitRangeItem item, IReadOnlyDictionary<string, Quantity>? requests)
    {
        foreach (var (name, min) in Sorted(item.Min))
        {
            if (Find(requests, name) is { } request && request < min)
            {
                yield return $"minimum {name} usage per {item.Type} is {min}, but request is {request}";
            }
        }

        foreach (var (name, max) in Sorted(item.Max))
        {
            if (Find(requests, name) is { } request && request > max)
            {
                yield return $"maximum {name} usage per {item.Type} is {max}, but request is {request}";
            }
        }
    }

    private static IEnumerable<string> Check(LimitRangeItem item, IReadOnlyDictionary<string, Quantity>? requests, IReadOnlyDictionary<string, Quantity>? limits) =>
    [
        .. Sorted(item.Min).Select(m => Minimum(item.Type, m.Key, m.Value, Find(requests, m.Key), Find(limits, m.Key))).OfType<string>(),
        .. Sorted(item.Max).Select(m => Maximum(item.Type, m.Key, m.Value, Find(requests, m.Key), Find(limits, m.Key))).OfType<string>(),
        .. Sorted(item.MaxLimitRequestRatio).Select(m => Ratio(item.Type, m.Key, m.Value, Find(requests, m.Key), Find(limits, m.Key))).OfType<string>(),
    ];

    private static string? Minimum(string type, string name, Quantity min, Quantity? request, Quantity? limit)
    {
        var rule = $"minimum {name} usage per {type} is {min}";
        return request is null ? rule + ".  No request is specified"
            : request < min ? $"{rule}, but request is {request}"
            : limit < min ? $"{rule}, but limit is {limit}"
            : null;
    }

    private static string? Maximum(string type, string name, Quantity max, Quantity? request, Quantity? limit)
    {
        var rule = $"maximum {name} usage per {type} is {max}";
        return limit is null ? rule + ".  No limit is specified"
            : limit > max ? $"{rule}, but limit is {limit}"
            : request > max ? $"{rule}, but request is {request}"
            : null;
    }

    private static string? Ratio(string type, string name, Quantity max, Quantity? request, Quantity? limit)
    {
        var rule = $"{name} max limit to request ratio per {type} is {max}";
        if (request is not { IsZero: false } low)
        {
            return rule + ", but no request is specified or request is 0";
        }

        if (limit is not { IsZero: false } high)
        {
            return rule + ", but no limit is specified or limit is 0";
        }

        var ratio = high.ToDouble() / low.ToDouble();
        return ratio > max.ToDouble() ? string.Create(CultureInfo.InvariantCulture, $"{rule}, but provided ratio is {ratio:F6}") : null;
    }

    private static IEnumerable<KeyValuePair<string, Quantity>> Sorted(IReadOnlyDictionary<string, Quantity>? amounts) =>
        amounts?.OrderBy(static a => a.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, Quantity>>();

    private static Quantity? Find(IReadOnlyDictionary<string, Quantity>? amounts, string name) =>
        amounts is not null && amounts.TryGetValue(name, out var amount) ? amount : null;
}
