using System.Globalization;
using System.Numerics;

namespace ActorKube.Api.Quantities;

/// <summary>The canonical form: an integer with the largest suffix that keeps the number exact. 1500m stays, 1000m is 1, 0.5 is 500m.</summary>
internal static class QuantityWriter
{
    public static string Write(Quantity quantity)
    {
        if (quantity.IsZero)
        {
            return "0";
        }

        if (quantity.Format == QuantityFormat.BinarySI)
        {
            // Small or fractional numbers would be rounded by a binary suffix; they are shown in decimal.
            var whole = Decimals.Rescale(quantity.Mantissa, quantity.Exponent, 0, out var exact);
            if (exact && BigInteger.Abs(whole) >= 1024)
            {
                return WriteBinary(whole);
            }

            return WriteDecimal(quantity, QuantityFormat.DecimalSI);
        }

        return WriteDecimal(quantity, quantity.Format);
    }

    private static string WriteBinary(BigInteger value)
    {
        var power = 0;
        while (power < QuantitySuffix.MaxBinaryPower && (value & 1023).IsZero)
        {
            value >>= 10;
            power++;
        }

        return value.ToString(CultureInfo.InvariantCulture) + QuantitySuffix.ForBinary(power);
    }

    private static string WriteDecimal(Quantity quantity, QuantityFormat format)
    {
        var exponent = (int)Math.Floor(quantity.Exponent / 3.0) * 3;
        var digits = Decimals.Rescale(quantity.Mantissa, quantity.Exponent, exponent, out _);
        return digits.ToString(CultureInfo.InvariantCulture) + QuantitySuffix.ForDecimal(exponent, format);
    }
}
