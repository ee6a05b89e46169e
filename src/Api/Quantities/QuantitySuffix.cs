using System.Globalization;

namespace ActorKube.Api.Quantities;

/// <summary>What follows the digits of a quantity. The exponent is one of 2 for <see cref="QuantityFormat.BinarySI"/>, else one of 10.</summary>
internal readonly record struct QuantitySuffix(int Exponent, QuantityFormat Format)
{
    private static readonly string[] Decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] Binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>Largest power of 1024 that has a suffix.</summary>
    public const int MaxBinaryPower = 6;

    public static bool TryParse(ReadOnlySpan<char> text, out QuantitySuffix suffix)
    {
        for (var i = 0; i < Decimal.Length; i++)
        {
            if (text.SequenceEqual(Decimal[i]))
            {
                suffix = new((i - 3) * 3, QuantityFormat.DecimalSI);
                return true;
            }
        }

        for (var i = 1; i < Binary.Length; i++)
        {
            if (text.SequenceEqual(Binary[i]))
            {
                suffix = new(i * 10, QuantityFormat.BinarySI);
                return true;
            }
        }

        if (text.Length > 1 && text[0] is 'e' or 'E'
            && int.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            suffix = new(exponent, QuantityFormat.DecimalExponent);
            return true;
        }

        suffix = default;
        return false;
    }

    /// <summary>The suffix for 10^<paramref name="exponent"/>, a multiple of 3. Powers without a letter get an exponent.</summary>
    public static string ForDecimal(int exponent, QuantityFormat format) =>
        exponent == 0 ? ""
        : format == QuantityFormat.DecimalSI && exponent is >= -9 and <= 18 ? Decimal[(exponent / 3) + 3]
        : string.Create(CultureInfo.InvariantCulture, $"e{exponent}");

    /// <summary>The suffix for 1024^<paramref name="power"/>.</summary>
    public static string ForBinary(int power) => Binary[power];
}
