using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorKube.Api.Quantities;

/// <summary>An integer or a text, as ports (<c>80</c>, <c>http</c>) and amounts (<c>3</c>, <c>25%</c>) are given. The default is the integer 0.</summary>
public readonly struct IntOrString : IEquatable<IntOrString>
{
    private readonly int _number;

    public IntOrString(int number) => _number = number;

    public IntOrString(string text) => Text = text;

    /// <summary>The text; null for an integer.</summary>
    public string? Text { get; }

    [MemberNotNullWhen(true, nameof(Text))]
    public bool IsString => Text is not null;

    /// <summary>The integer; of a text the integer it spells, else 0.</summary>
    public int IntValue => Text is null ? _number
        : int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>True for a text of digits with a percent sign at its end.</summary>
    public bool IsPercent => Text is { Length: > 1 } && Text[^1] == '%' && !Text.AsSpan(0, Text.Length - 1).ContainsAnyExceptInRange('0', '9');

    /// <summary>The integer that the text spells, otherwise the text.</summary>
    public static IntOrString Parse(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new(number) : new(text);

    /// <summary>The integer, or the percentage of <paramref name="total"/>: 25% of 10 is 3 rounded up and 2 rounded down.</summary>
    /// <exception cref="FormatException">A text that is no percentage.</exception>
    public int GetScaledValue(int total, bool roundUp) =>
        TryGetScaledValue(total, roundUp, out var value, out var error) ? value : throw new FormatException(error);

    /// <summary>As <see cref="GetScaledValue"/>; <paramref name="error"/> is the message that Kubernetes gives.</summary>
    public bool TryGetScaledValue(int total, bool roundUp, out int value, [NotNullWhen(false)] out string? error)
    {
        value = _number;
        error = null;
        if (Text is null)
        {
            return true;
        }

        if (!Text.EndsWith('%'))
        {
            error = "invalid value for IntOrString: invalid type: string is not a percentage";
            return false;
        }

        if (!long.TryParse(Text.AsSpan(0, Text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent))
        {
            var digits = Text[..^1];
            var reason = digits.AsSpan().TrimStart("+-").ContainsAnyExceptInRange('0', '9') || digits.Length == 0 ? "invalid syntax" : "value out of range";
            error = $"invalid value for IntOrString: invalid value \"{Text}\": strconv.Atoi: parsing \"{digits}\": {reason}";
            return false;
        }

        var scaled = percent * (double)total / 100;
        value = (int)Math.Clamp(roundUp ? Math.Ceiling(scaled) : Math.Floor(scaled), int.MinValue, int.MaxValue);
        return true;
    }

    public static implicit operator IntOrString(int number) => new(number);

    public static implicit operator IntOrString(string text) => new(text);

    public static bool operator ==(IntOrString left, IntOrString right) => left.Equals(right);

    public static bool operator !=(IntOrString left, IntOrString right) => !left.Equals(right);

    public bool Equals(IntOrString other) => _number == other._number && Text == other.Text;

    public override bool Equals(object? obj) => obj is IntOrString other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_number, Text);

    public override string ToString() => Text ?? _number.ToString(CultureInfo.InvariantCulture);
}
