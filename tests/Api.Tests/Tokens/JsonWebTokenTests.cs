using System.Buffers.Text;
using System.Text;
using ActorKube.Api.Tokens;

namespace ActorKube.Api.Tests.Tokens;

public sealed class JsonWebTokenTests(Keys keys) : IClassFixture<Keys>
{
    private readonly SigningKey _key = keys.One;
    private readonly SigningKey _other = keys.Other;

    [Fact]
    public void Token_OfAKey_IsKnownByThatKeyOnly()
    {
        var token = JsonWebToken.Sign("{\"sub\":\"x\"}"u8, _key);

        Assert.Equal("{\"sub\":\"x\"}", Encoding.UTF8.GetString(JsonWebToken.ReadClaims(token)!));
        Assert.True(JsonWebToken.IsSignedBy(token, [_other, _key]));
        Assert.False(JsonWebToken.IsSignedBy(token, [_other]));
        Assert.False(JsonWebToken.IsSignedBy(token, []));
    }

    [Fact]
    public void Token_WithOtherClaims_IsNotSigned()
    {
        var parts = JsonWebToken.Sign("{\"sub\":\"x\"}"u8, _key).Split('.');
        parts[1] = Base64Url.EncodeToString("{\"sub\":\"y\"}"u8);

        Assert.False(JsonWebToken.IsSignedBy(string.Join('.', parts), [_key]));
    }

    [Theory]
    [InlineData("{\"alg\":\"none\"}")]
    [InlineData("{\"alg\":\"HS256\"}")]
    [InlineData("{\"alg\":7}")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("x")]
    public void Token_OfAnotherAlgorithm_IsNotSigned(string header)
    {
        var parts = JsonWebToken.Sign("{}"u8, _key).Split('.');
        parts[0] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header));

        Assert.False(JsonWebToken.IsSignedBy(string.Join('.', parts), [_key]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("a.%.c")]
    public void Text_ThatIsNoToken_HasNoClaims(string text)
    {
        Assert.Null(JsonWebToken.ReadClaims(text));
        Assert.False(JsonWebToken.IsSignedBy(text, [_key]));
    }

    [Fact]
    public void Token_ThatIsTooLong_IsNotLookedAt() => Assert.Null(JsonWebToken.ReadClaims(new string('a', 20_000) + ".e30."));

    [Fact]
    public void Key_FromItsPem_IsTheSame()
    {
        using var again = SigningKey.FromPem(_key.ToPem());

        Assert.Equal(_key.Id, again.Id);
        Assert.Equal(JsonWebToken.Sign("{}"u8, _key), JsonWebToken.Sign("{}"u8, again));
        Assert.Equal(43, _key.Id.Length);
    }
}
