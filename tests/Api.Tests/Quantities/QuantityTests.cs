using ActorKube.Api.Quantities;

namespace ActorKube.Api.Tests.Quantities;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0Mi", "0")]
    [InlineData("1000m", "1")]
    [InlineData("1500m", "1500m")]
    [InlineData("0.5", "500m")]
    [InlineData("-0.5", "-500m")]
    [InlineData("100", "100")]
    [InlineData("1000", "1k")]
    [InlineData("12000000", "12M")]
    [InlineData("1024Mi", "1Gi")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("0.5Ki", "512")]
    [InlineData("1023Ki", "1023Ki")]
    [InlineData("2048Ei", "9223372036854775807")]
    [InlineData("1e3", "1e3")]
    [InlineData("1000e0", "1e3")]
    [InlineData("1E6", "1E6")]
    [InlineData("100e1", "1e3")]
    [InlineData("10n", "10n")]
    [InlineData("0.1n", "1n")]
    [InlineData("-0.1n", "-1n")]
    [InlineData("100u", "100u")]
    [InlineData("1T", "1T")]
    [InlineData("1000E", "1e21")]
    [InlineData("1.500", "1.500")]
    [InlineData("1.000", "1")]
    [InlineData("+1", "+1")]
    [InlineData(".", "0")]
    [InlineData("1.G", "1.G")]
    [InlineData("12345678901234567890123456789012345678901", "12345678901234567890123456789012345678901")]
    public void ToString_AfterParse_IsCanonical(string text, string expected) => Assert.Equal(expected, Quantity.Parse(text).ToString());

    [Theory]
    [InlineData("", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("abc", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1.2.3", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1 Gi", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1i", "unable to parse quantity's suffix")]
    [InlineData("1Kim", "unable to parse quantity's suffix")]
    [InlineData("1e99999999999", "unable to parse quantity's suffix")]
    public void TryParse_BadText_GivesKubernetesMessage(string text, string expected)
    {
        Assert.False(Quantity.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("1500m", 2, 1500)]
    [InlineData("-1500m", -2, -1500)]
    [InlineData("1n", 1, 1)]
    [InlineData("1Ki", 1024, 1024000)]
    [InlineData("9223372036854775807", long.MaxValue, long.MaxValue)]
    [InlineData("-1e30", long.MinValue, long.MinValue)]
    public void Value_RoundsAwayFromZeroAndSaturates(string text, long value, long milli)
    {
        var quantity = Quantity.Parse(text);
        Assert.Equal(value, quantity.Value());
        Assert.Equal(milli, quantity.MilliValue());
    }

    [Theory]
    [InlineData("1Gi", "1073741824", 0)]
    [InlineData("1k", "1Ki", -1)]
    [InlineData("-1", "1n", -1)]
    [InlineData("2", "1999m", 1)]
    [InlineData("0", "0Mi", 0)]
    public void CompareTo_OtherSuffix_ComparesNumbers(string left, string right, int expected)
    {
        Assert.Equal(expected, Quantity.Parse(left).CompareTo(Quantity.Parse(right)));
        Assert.Equal(expected == 0, Quantity.Parse(left) == Quantity.Parse(right));
    }

    [Theory]
    [InlineData("1Gi", "1Mi", "1025Mi")]
    [InlineData("0", "1Mi", "1Mi")]
    [InlineData("500m", "500m", "1")]
    [InlineData("1Ki", "1m", "1024001m")]
    public void Add_KeepsSuffixesOfTheFirstUnlessZero(string left, string right, string expected) =>
        Assert.Equal(expected, (Quantity.Parse(left) + Quantity.Parse(right)).ToString());

    [Fact]
    public void Multiply_AndSubtract_AreExact()
    {
        Assert.Equal("300m", (Quantity.Parse("100m") * 3).ToString());
        Assert.Equal("-1Mi", (Quantity.Parse("1Mi") - Quantity.Parse("2Mi")).ToString());
        Assert.Equal("0", (Quantity.Parse("1Mi") - Quantity.Parse("1Mi")).ToString());
        Assert.Equal("2k", Quantity.Parse("1500").RoundUp(3).ToString());
    }

    [Fact]
    public void TryGetInt64_Fraction_IsRefused()
    {
        Assert.False(Quantity.Parse("1500m").TryGetInt64(out _));
        Assert.True(Quantity.Parse("2Ki").TryGetInt64(out var value));
        Assert.Equal(2048, value);
    }
}
