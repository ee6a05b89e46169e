namespace ActorKube.Api.Quantities;

/// <summary>The family of suffixes a quantity is written with. A quantity keeps the family it was read with.</summary>
public enum QuantityFormat
{
    /// <summary>Powers of ten with a letter: <c>100m</c>, <c>2k</c>.</summary>
    DecimalSI = 0,

    /// <summary>Powers of 1024: <c>64Mi</c>.</summary>
    BinarySI,

    /// <summary>Powers of ten as an exponent: <c>12e6</c>.</summary>
    DecimalExponent,
}
