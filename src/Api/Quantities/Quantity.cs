using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace ActorKube.Api.Quantities;

/// <summary>
/// An exact decimal amount of a resource, as Kubernetes' <c>resource.Quantity</c>: <c>500m</c>, <c>1Gi</c>, <c>12e6</c>.
/// Amounts are multiples of 10^-9; finer ones are rounded away from zero when read.
/// Equality and order are those of the number: <c>1Gi</c> equals <c>1073741824</c>.
/// </summary>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    // The value is _mantissa * 10^_exponent; the mantissa has no trailing zero, so equal numbers have equal fields.
    private readonly BigInteger _mantissa;
    private readonly int _exponent;
    private readonly string? _text;

    internal Quantity(BigInteger mantissa, int exponent, QuantityFormat format, string? text = null)
    {
        (_mantissa, _exponent) = Decimals.Normalize(mantissa, exponent);
        Format = format;
        _text = text;
    }

    /// <summary>The number <paramref name="value"/> in the given family of suffixes.</summary>
    public Quantity(long value, QuantityFormat format = QuantityFormat.DecimalSI)
        : this(value, 0, format)
    {
    }

    public static Quantity Zero => default;

    public QuantityFormat Format { get; }

    public bool IsZero => _mantissa.IsZero;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _mantissa.Sign;

    internal BigInteger Mantissa => _mantissa;

    internal int Exponent => _exponent;

    /// <summary><paramref name="value"/> thousandths.</summary>
    public static Quantity FromMilli(long value, QuantityFormat format = QuantityFormat.DecimalSI) => new(value, -3, format);

    /// <summary>Reads a quantity.</summary>
    /// <exception cref="FormatException">The text is no quantity; the message is the one Kubernetes gives.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out var quantity, out var error) ? quantity : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? text, out Quantity quantity) => TryParse(text, out quantity, out _);

    /// <summary>Reads a quantity; <paramref name="error"/> is the message that Kubernetes gives for a text that is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quantity quantity, [NotNullWhen(false)] out string? error)
    {
        error = QuantityParser.Parse(text ?? "", out quantity);
        return error is null;
    }

    /// <summary>The number rounded away from zero to an integer; saturates outside the range of a long.</summary>
    public long Value() => ScaledValue(0);

    /// <summary>The number of thousandths, rounded away from zero; saturates outside the range of a long.</summary>
    public long MilliValue() => ScaledValue(-3);

    /// <summary>How often 10^<paramref name="exponent"/> fits, rounded away from zero: 1.5k is 2 at 3. Saturates outside the range of a long.</summary>
    public long ScaledValue(int exponent) => Decimals.Saturate(Decimals.Rescale(_mantissa, _exponent, exponent, out _));

    /// <summary>True if the number is an integer that fits a long.</summary>
    public bool TryGetInt64(out long value)
    {
        var whole = Decimals.Rescale(_mantissa, _exponent, 0, out var exact);
        value = Decimals.Saturate(whole);
        return exact && whole == value;
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)_mantissa * Math.Pow(10, _exponent);

    /// <summary>The sum, in the suffixes of this quantity, or of <paramref name="other"/> if this is zero.</summary>
    public Quantity Add(Quantity other) => Combine(other, other._mantissa);

    /// <summary>The difference, in the suffixes of this quantity, or of <paramref name="other"/> if this is zero.</summary>
    public Quantity Subtract(Quantity other) => Combine(other, -other._mantissa);

    public Quantity Multiply(long factor) => new(_mantissa * factor, _exponent, Format);

    public Quantity Negate() => new(-_mantissa, _exponent, Format);

    /// <summary>The same number, rounded away from zero to a multiple of 10^<paramref name="exponent"/>.</summary>
    public Quantity RoundUp(int exponent) =>
        _exponent >= exponent ? this : new(Decimals.Rescale(_mantissa, _exponent, exponent, out _), exponent, Format);

    public static Quantity operator +(Quantity left, Quantity right) => left.Add(right);

    public static Quantity operator -(Quantity left, Quantity right) => left.Subtract(right);

    public static Quantity operator -(Quantity quantity) => quantity.Negate();

    public static Quantity operator *(Quantity quantity, long factor) => quantity.Multiply(factor);

    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    public int CompareTo(Quantity other)
    {
        if (_exponent == other._exponent || Sign != other.Sign)
        {
            return _mantissa.CompareTo(other._mantissa);
        }

        var common = Math.Min(_exponent, other._exponent);
        return Decimals.Rescale(_mantissa, _exponent, common, out _).CompareTo(Decimals.Rescale(other._mantissa, other._exponent, common, out _));
    }

    public bool Equals(Quantity other) => _exponent == other._exponent && _mantissa == other._mantissa;

    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_mantissa, _exponent);

    /// <summary>The canonical form, as Kubernetes serialises it.</summary>
    public override string ToString() => _text ?? QuantityWriter.Write(this);

    private Quantity Combine(Quantity other, BigInteger addend)
    {
        var common = Math.Min(_exponent, other._exponent);
        var sum = Decimals.Rescale(_mantissa, _exponent, common, out _) + Decimals.Rescale(addend, other._exponent, common, out _);
        return new Quantity(sum, common, IsZero ? other.Format : Format);
    }
}
