using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>Limits of containers: the default follows from the maximum, the default request from the default and then from the minimum.</summary>
internal static class LimitRangeDefaults
{
    public static LimitRange Apply(LimitRange range) =>
        range.Spec.Limits is null ? range : range with { Spec = range.Spec with { Limits = [.. range.Spec.Limits.Select(Apply)] } };

    private static LimitRangeItem Apply(LimitRangeItem given)
    {
        var item = given with
        {
            Max = ResourceLists.RoundToMilli(given.Max),
            Min = ResourceLists.RoundToMilli(given.Min),
            Default = ResourceLists.RoundToMilli(given.Default),
            DefaultRequest = ResourceLists.RoundToMilli(given.DefaultRequest),
            MaxLimitRequestRatio = ResourceLists.RoundToMilli(given.MaxLimitRequestRatio),
        };
        if (item.Type != LimitRangeTypes.Container)
        {
            return item;
        }

        var limits = Filled(item.Default, item.Max);
        return item with { Default = limits, DefaultRequest = Filled(Filled(item.DefaultRequest, limits), item.Min) };
    }

    private static IReadOnlyDictionary<string, Quantity>? Filled(IReadOnlyDictionary<string, Quantity>? amounts, IReadOnlyDictionary<string, Quantity>? from)
    {
        if (amounts is null || from is null)
        {
            return amounts ?? from;
        }

        var filled = new Dictionary<string, Quantity>(amounts, StringComparer.Ordinal);
        foreach (var (name, amount) in from)
        {
            filled.TryAdd(name, amount);
        }

        return filled;
    }
}
