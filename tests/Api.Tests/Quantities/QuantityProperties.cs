using System.Numerics;
using ActorKube.Api.Quantities;
using ActorKube.Api.Tests.Patches;
using FsCheck;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Quantities;

public sealed class QuantityProperties
{
    private static readonly Gen<string> Text =
        from sign in Gen.Elements("", "-")
        from whole in Gen.Choose(0, 100_000)
        from fraction in Gen.Elements("", ".5", ".25", ".001", ".000000001", ".1234567890123")
        from suffix in Gen.Elements("", "m", "n", "u", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "e3", "e-2", "E5", "e12")
        select $"{sign}{whole}{fraction}{suffix}";

    private static readonly Gen<(Quantity, Quantity)> Pairs = Text.SelectMany(a => Text.Select(b => (Quantity.Parse(a), Quantity.Parse(b))));

    /// <summary>
    /// The text settles with the second print: a binary quantity that is no multiple of 1024 (62.5Ki) is printed without a suffix, as Kubernetes does it, and read again as a decimal one (64000, 64k).
    /// </summary>
    [Fact]
    public void Print_ThenParse_IsTheSameNumber() => JsonGen.Check(
        Text, t => Again(Quantity.Parse(t)) == Quantity.Parse(t) && Again(Again(Quantity.Parse(t))).ToString() == Again(Quantity.Parse(t)).ToString(),
        t => !Quantity.Parse(t).IsZero);

    [Fact]
    public void Print_OfABinaryQuantityWithAFraction_SettlesWithTheSecond() =>
        Assert.Equal(("64000", "64k"), (Quantity.Parse("62.5Ki").ToString(), Again(Quantity.Parse("62.5Ki")).ToString()));

    [Fact]
    public void Order_IsTheOrderOfNanos() => JsonGen.Check(
        Pairs, p => p.Item1.CompareTo(p.Item2) == Nanos(p.Item1).CompareTo(Nanos(p.Item2)) && (p.Item1 == p.Item2) == (Nanos(p.Item1) == Nanos(p.Item2)),
        p => p.Item1.Sign == p.Item2.Sign);

    [Fact]
    public void Add_ThenSubtract_IsTheSame() => JsonGen.Check(
        Pairs, p => p.Item1 + p.Item2 - p.Item2 == p.Item1 && p.Item1 + p.Item2 == p.Item2 + p.Item1 && Nanos(p.Item1 + p.Item2) == Nanos(p.Item1) + Nanos(p.Item2),
        p => !p.Item1.IsZero && !p.Item2.IsZero);

    [Fact]
    public void Value_IsNeverNearerToZero() => JsonGen.Check(
        Text.Select(Quantity.Parse),
        q => new Quantity(q.Value()).CompareTo(q) * q.Sign >= 0 || q.Value() is long.MaxValue or long.MinValue,
        q => !q.TryGetInt64(out _) || !q.IsZero);

    private static Quantity Again(Quantity quantity) => Quantity.Parse(quantity.ToString());

    // The number of nanos, from the printed form: an independent way to the value.
    private static BigInteger Nanos(Quantity quantity)
    {
        // A product has no text of its own to echo.
        var text = (quantity * 1).ToString();
        var end = text.AsSpan().IndexOfAnyExceptInRange('-', '9');
        var (digits, suffix) = end < 0 ? (text, "") : (text[..end], text[end..]);
        BigInteger factor = suffix switch
        {
            "n" => 1,
            "u" => 1000,
            "m" => 1_000_000,
            "" => 1_000_000_000,
            "k" => BigInteger.Pow(10, 12),
            "M" => BigInteger.Pow(10, 15),
            "G" => BigInteger.Pow(10, 18),
            "T" => BigInteger.Pow(10, 21),
            "P" => BigInteger.Pow(10, 24),
            "E" => BigInteger.Pow(10, 27),
            "Ki" => BigInteger.Pow(10, 9) << 10,
            "Mi" => BigInteger.Pow(10, 9) << 20,
            "Gi" => BigInteger.Pow(10, 9) << 30,
            "Ti" => BigInteger.Pow(10, 9) << 40,
            "Pi" => BigInteger.Pow(10, 9) << 50,
            _ => BigInteger.Pow(10, 9 + int.Parse(suffix[1..], null)),
        };
        return BigInteger.Parse(digits, null) * factor;
    }
}
