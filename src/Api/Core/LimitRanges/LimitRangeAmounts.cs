using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>How the amounts of a limit relate: min &lt;= default request &lt;= default &lt;= max, and a ratio that min and max allow.</summary>
internal static class LimitRangeAmounts
{
    /// <summary>The largest value whose thousandths fit a long.</summary>
    private const long MaxMilliValue = long.MaxValue / 1000;

    public static void Validate(LimitRangeItem item, FieldPath path, FieldErrors errors)
    {
        IEnumerable<IReadOnlyDictionary<string, Quantity>?> all = [item.Max, item.Min, item.Default, item.DefaultRequest, item.MaxLimitRequestRatio];
        foreach (var name in all.SelectMany(amounts => amounts?.Keys ?? []).Distinct())
        {
            Validate(item, name, path, errors);
        }
    }

    private static void Validate(LimitRangeItem item, string name, FieldPath path, FieldErrors errors)
    {
        var (min, max) = (Find(item.Min, name), Find(item.Max, name));
        var (limit, request) = (Find(item.Default, name), Find(item.DefaultRequest, name));
        var requestPath = path.Child("defaultRequest").Key(name);
        var limitPath = path.Child("default").Key(name);
        Check(min > max, path.Child("min").Key(name), min, $"min value {min} is greater than max value {max}");
        Check(min > request, requestPath, request, $"min value {min} is greater than default request value {request}");
        Check(request > max, requestPath, request, $"default request value {request} is greater than max value {max}");
        Check(request > limit, requestPath, request, $"default request value {request} is greater than default limit value {limit}");
        Check(min > limit, limitPath, min, $"min value {min} is greater than default value {limit}");
        Check(limit > max, limitPath, max, $"default value {limit} is greater than max value {max}");
        ValidateRatio(Find(item.MaxLimitRequestRatio, name), min, max, path.Child("maxLimitRequestRatio").Key(name), errors);
        Check(
            !ResourceNames.IsOvercommitAllowed(name) && limit is not null && request is not null && limit != request,
            requestPath, request, $"default value {limit} must equal to defaultRequest value {request} in {name}");

        void Check(bool wrong, FieldPath field, Quantity? value, string message)
        {
            if (wrong)
            {
                errors.Invalid(field, GoText.Of(value!.Value), message);
            }
        }
    }

    private static void ValidateRatio(Quantity? ratio, Quantity? min, Quantity? max, FieldPath path, FieldErrors errors)
    {
        if (ratio is not { } given)
        {
            return;
        }

        if (given < new Quantity(1))
        {
            errors.Invalid(path, GoText.Of(given), $"ratio {given} is less than 1");
        }

        if (min is not { } low || max is not { } high)
        {
            return;
        }

        var fine = given.Value() < MaxMilliValue && low.Value() < MaxMilliValue && high.Value() < MaxMilliValue;
        var value = fine ? given.MilliValue() / 1000.0 : given.Value();
        var bound = fine ? (double)high.MilliValue() / low.MilliValue() : (double)high.Value() / low.Value();
        if (value > bound)
        {
            errors.Invalid(path, GoText.Of(given), string.Create(CultureInfo.InvariantCulture, $"ratio {given} is greater than max/min = {bound:F6}"));
        }
    }

    private static Quantity? Find(IReadOnlyDictionary<string, Quantity>? amounts, string name) =>
        amounts is not null && amounts.TryGetValue(name, out var amount) ? amount : null;
}
