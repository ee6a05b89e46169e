using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace ActorKube.Api.Quantities;

/// <summary>
/// Reads quantities with the grammar and the messages of Kubernetes:
/// an optional sign, digits with an optional point, and a suffix or an exponent.
/// </summary>
internal static class QuantityParser
{
    private const string WrongFormat = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    private const string WrongNumber = "unable to parse numeric part of quantity";
    private const string WrongSuffix = "unable to parse quantity's suffix";

    // Longer texts and exponents mean nothing and would only cost time in arithmetic.
    private const int MaxLength = 256;
    private const int MaxExponent = 999;

    private const int Nano = -9;
    private static readonly SearchValues<char> SuffixLetters = SearchValues.Create("eEinumkKMGTP");

    /// <returns>Null, or what is wrong with the text.</returns>
    public static string? Parse(string text, out Quantity quantity)
    {
        quantity = default;
        if (text.Length == 0)
        {
            return WrongFormat;
        }

        if (text.Length > MaxLength)
        {
            return WrongNumber;
        }

        var rest = text.AsSpan();
        var negative = rest[0] == '-';
        if (rest[0] is '-' or '+')
        {
            rest = rest[1..];
        }

        rest = rest.TrimStart('0');
        var whole = TakeDigits(ref rest);
        var fraction = ReadOnlySpan<char>.Empty;
        if (rest.StartsWith('.'))
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        if (!IsSuffixShaped(rest))
        {
            return WrongFormat;
        }

        if (!QuantitySuffix.TryParse(rest, out var suffix) || Math.Abs((long)suffix.Exponent) > MaxExponent)
        {
            return WrongSuffix;
        }

        var mantissa = whole.IsEmpty && fraction.IsEmpty ? BigInteger.Zero : ParseDigits(whole, fraction);
        var exponent = suffix.Exponent - fraction.Length;
        var format = suffix.Format;
        if (format == QuantityFormat.BinarySI)
        {
            (mantissa, exponent) = (mantissa << suffix.Exponent, -fraction.Length);
        }

        var kept = KeepsText(whole, fraction, suffix, exponent) ? text : null;
        if (exponent < Nano)
        {
            // Who asks for less than the smallest amount gets the smallest amount, not nothing.
            mantissa = Decimals.Rescale(mantissa, exponent, Nano, out _);
            exponent = Nano;
        }

        if (format == QuantityFormat.BinarySI)
        {
            (mantissa, exponent, format) = BoundBinary(mantissa, exponent);
        }

        quantity = new Quantity(negative ? -mantissa : mantissa, exponent, format, kept);
        return null;
    }

    private static BigInteger ParseDigits(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        if (whole.Length + fraction.Length > 18)
        {
            return BigInteger.Parse(string.Concat(whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var value = 0L;
        foreach (var digit in whole)
        {
            value = (value * 10) + (digit - '0');
        }

        foreach (var digit in fraction)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? rest : rest[..length];
        rest = rest[digits.Length..];
        return digits;
    }

    private static bool IsSuffixShaped(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStartAny(SuffixLetters);
        if (rest.Length > 0 && rest[0] is '+' or '-')
        {
            rest = rest[1..];
        }

        return !rest.ContainsAnyExceptInRange('0', '9');
    }

    private static ReadOnlySpan<char> TrimStartAny(this ReadOnlySpan<char> text, SearchValues<char> values)
    {
        var length = text.IndexOfAnyExcept(values);
        return length < 0 ? default : text[length..];
    }

    private static (BigInteger Mantissa, int Exponent, QuantityFormat Format) BoundBinary(BigInteger mantissa, int exponent)
    {
        if (Decimals.Rescale(mantissa, exponent, 0, out _) > long.MaxValue)
        {
            return (long.MaxValue, 0, QuantityFormat.BinarySI);
        }

        var belowOne = !mantissa.IsZero && Decimals.Rescale(mantissa, exponent, 0, out var exact) == 1 && !exact;
        return (mantissa, exponent, belowOne ? QuantityFormat.DecimalSI : QuantityFormat.BinarySI);
    }

    // Kubernetes echoes a text that looks canonical to it instead of formatting the number: "1.500" and "01" stay as they came.
    private static bool KeepsText(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, QuantitySuffix suffix, int exponent)
    {
        var digits = Math.Max(1, whole.Length) + fraction.Length;
        if (suffix.Format == QuantityFormat.BinarySI)
        {
            var precision = 15 - digits - (int)(suffix.Exponent * 3f / 10) - 1;
            return fraction.IsEmpty && precision >= 0 && (ParseDigits(whole, fraction) & 7) != 0;
        }

        return digits <= 18 && exponent >= Nano && exponent % 3 == 0 && !whole.IsEmpty && !EndsWithThousand(whole, fraction);
    }

    private static bool EndsWithThousand(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        var zeros = fraction.Length - fraction.TrimEnd('0').Length;
        return zeros >= 3 || (zeros == fraction.Length && zeros + (whole.Length - whole.TrimEnd('0').Length) >= 3);
    }
}
