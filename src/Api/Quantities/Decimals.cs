using System.Numerics;

namespace ActorKube.Api.Quantities;

/// <summary>Integers times powers of ten.</summary>
internal static class Decimals
{
    /// <summary>Moves trailing zeros of the mantissa into the exponent; zero becomes 0 * 10^0.</summary>
    public static (BigInteger Mantissa, int Exponent) Normalize(BigInteger mantissa, int exponent)
    {
        if (mantissa.IsZero)
        {
            return (BigInteger.Zero, 0);
        }

        if (mantissa >= long.MinValue && mantissa <= long.MaxValue)
        {
            var small = (long)mantissa;
            while (small % 10 == 0)
            {
                small /= 10;
                exponent++;
            }

            return (small, exponent);
        }

        while (true)
        {
            var quotient = BigInteger.DivRem(mantissa, 10, out var remainder);
            if (!remainder.IsZero)
            {
                return (mantissa, exponent);
            }

            mantissa = quotient;
            exponent++;
        }
    }

    /// <summary>The mantissa for another exponent, rounded away from zero where it isn't exact.</summary>
    public static BigInteger Rescale(BigInteger mantissa, int from, int to, out bool exact)
    {
        exact = true;
        if (from >= to || mantissa.IsZero)
        {
            return from == to ? mantissa : mantissa * BigInteger.Pow(10, Math.Max(0, from - to));
        }

        var quotient = BigInteger.DivRem(mantissa, BigInteger.Pow(10, to - from), out var remainder);
        exact = remainder.IsZero;
        return exact ? quotient : quotient + mantissa.Sign;
    }

    public static long Saturate(BigInteger value) =>
        value > long.MaxValue ? long.MaxValue : value < long.MinValue ? long.MinValue : (long)value;
}
