using System.Globalization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Selectors;

/// <summary>One condition of a <see cref="LabelQuery"/>. Immutable.</summary>
public sealed class LabelRequirement
{
    private readonly string[] _values;
    private readonly long _bound;

    internal LabelRequirement(string key, LabelOperator op, params string[] values)
    {
        Key = key;
        Operator = op;
        _values = values;
        if (op is LabelOperator.GreaterThan or LabelOperator.LessThan)
        {
            TryInteger(values[0], out _bound);
        }
    }

    public string Key { get; }

    public LabelOperator Operator { get; }

    public IReadOnlyList<string> Values => _values;

    /// <summary>Builds a requirement.</summary>
    /// <exception cref="SelectorException">The key or a value is no label syntax, or their number doesn't fit the operator.</exception>
    public static LabelRequirement Create(string key, LabelOperator op, params string[] values)
    {
        List<string> errors = [];
        Invalid("key", key, LabelSyntax.QualifiedName(key));
        if (CountError(op, values.Length) is { } wrongCount)
        {
            errors.Add($"values: Invalid value: {Quote(values)}: {wrongCount}");
        }

        for (var i = 0; op is LabelOperator.GreaterThan or LabelOperator.LessThan && i < values.Length; i++)
        {
            Invalid($"values[{i}]", values[i], TryInteger(values[i], out _) ? [] : ["for 'Gt', 'Lt' operators, the value must be an integer"]);
        }

        for (var i = 0; i < values.Length; i++)
        {
            Invalid($"values[{i}][{key}]", values[i], LabelSyntax.Value(values[i]));
        }

        return errors.Count switch
        {
            0 => new LabelRequirement(key, op, values),
            1 => throw new SelectorException(errors[0]),
            _ => throw new SelectorException($"[{string.Join(", ", errors.Distinct())}]"),
        };

        void Invalid(string path, string value, IReadOnlyList<string> reasons)
        {
            if (reasons.Count > 0)
            {
                errors.Add($"{path}: Invalid value: {Quote(value)}: {string.Join("; ", reasons)}");
            }
        }
    }

    /// <param name="value">The label's value; null where the label is absent.</param>
    public bool Matches(string? value) => Operator switch
    {
        LabelOperator.Equals or LabelOperator.DoubleEquals or LabelOperator.In => value is not null && Contains(value),
        LabelOperator.NotEquals or LabelOperator.NotIn => value is null || !Contains(value),
        LabelOperator.Exists => value is not null,
        LabelOperator.DoesNotExist => value is null,
        LabelOperator.GreaterThan => TryInteger(value, out var number) && number > _bound,
        _ => TryInteger(value, out var number) && number < _bound,
    };

    public override string ToString() => Operator switch
    {
        LabelOperator.Exists => Key,
        LabelOperator.DoesNotExist => "!" + Key,
        LabelOperator.Equals => $"{Key}={_values[0]}",
        LabelOperator.DoubleEquals => $"{Key}=={_values[0]}",
        LabelOperator.NotEquals => $"{Key}!={_values[0]}",
        LabelOperator.GreaterThan => $"{Key}>{_values[0]}",
        LabelOperator.LessThan => $"{Key}<{_values[0]}",
        LabelOperator.In => $"{Key} in ({string.Join(',', _values.Order(StringComparer.Ordinal))})",
        _ => $"{Key} notin ({string.Join(',', _values.Order(StringComparer.Ordinal))})",
    };

    internal static string Quote(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Quote(string[] values) => $"[{string.Join(',', values.Select(Quote))}]";

    private static string? CountError(LabelOperator op, int count) => op switch
    {
        LabelOperator.In or LabelOperator.NotIn => count > 0 ? null : "for 'in', 'notin' operators, values set can't be empty",
        LabelOperator.Exists or LabelOperator.DoesNotExist => count == 0 ? null : "values set must be empty for exists and does not exist",
        LabelOperator.GreaterThan or LabelOperator.LessThan => count == 1 ? null : "for 'Gt', 'Lt' operators, exactly one value is required",
        _ => count == 1 ? null : "exact-match compatibility requires one single value",
    };

    private static bool TryInteger(string? text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private bool Contains(string value) => Array.IndexOf(_values, value) >= 0;
}
