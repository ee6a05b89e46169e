using System.Text;
using ActorKube.Api.Text;

namespace ActorKube.Api.Tests.Text;

public sealed class GoBase64Tests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("YQ==", "a")]
    [InlineData("YWI=", "ab")]
    [InlineData("YWJj", "abc")]
    [InlineData("YW\nJj\r\n", "abc")]
    [InlineData("YR==", "a")]
    public void TryDecode_Text_GivesItsBytes(string text, string expected)
    {
        Assert.True(GoBase64.TryDecode(text, out var bytes, out _));
        Assert.Equal(expected, Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("not base64!", 3)]
    [InlineData("!", 0)]
    [InlineData("YQ", 0)]
    [InlineData("YWJjY", 4)]
    [InlineData("Y===", 1)]
    [InlineData("YQ=", 3)]
    [InlineData("YQ==x", 4)]
    public void TryDecode_AnythingElse_TellsWhereItIsWrong(string text, int expected)
    {
        Assert.False(GoBase64.TryDecode(text, out _, out var badAt));
        Assert.Equal(expected, badAt);
    }

    [Fact]
    public void TryDecodeUrl_WithoutPadding_PassesOverBitsThatAreLeft()
    {
        Assert.True(GoBase64.TryDecodeUrl("zzz", out var bytes, out _));
        Assert.Equal([0xCF, 0x3C], bytes);
    }
}
