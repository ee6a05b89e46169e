using ActorKube.Api.Quantities;

namespace ActorKube.Api.Tests.Quantities;

public sealed class IntOrStringTests
{
    [Theory]
    [InlineData("25%", 10, true, 3)]
    [InlineData("25%", 10, false, 2)]
    [InlineData("0%", 10, true, 0)]
    [InlineData("100%", 7, false, 7)]
    [InlineData("7", 10, true, 7)]
    public void GetScaledValue_PercentOrNumber_Scales(string text, int total, bool roundUp, int expected) =>
        Assert.Equal(expected, IntOrString.Parse(text).GetScaledValue(total, roundUp));

    [Theory]
    [InlineData("http", "invalid value for IntOrString: invalid type: string is not a percentage")]
    [InlineData("x%", "invalid value for IntOrString: invalid value \"x%\": strconv.Atoi: parsing \"x\": invalid syntax")]
    [InlineData("99999999999999999999%", "invalid value for IntOrString: invalid value \"99999999999999999999%\": strconv.Atoi: parsing \"99999999999999999999\": value out of range")]
    public void TryGetScaledValue_NoPercentage_GivesKubernetesMessage(string text, string expected)
    {
        Assert.False(new IntOrString(text).TryGetScaledValue(10, true, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Parse_Number_IsNoString()
    {
        Assert.False(IntOrString.Parse("80").IsString);
        Assert.Equal(80, IntOrString.Parse("80").IntValue);
        Assert.True(IntOrString.Parse("http").IsString);
        Assert.Equal(80, new IntOrString("80").IntValue);
        Assert.NotEqual<IntOrString>(80, "80");
        Assert.True(new IntOrString("5%").IsPercent);
        Assert.False(new IntOrString("%").IsPercent);
    }
}
