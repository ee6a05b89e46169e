using ActorKube.Api.Errors;
using ActorKube.Server.Proxying;

namespace ActorKube.Server.Tests.Proxying;

public sealed class ProxyNameTests
{
    [Theory]
    [InlineData("a", "http", "a", "")]
    [InlineData("a:80", "http", "a", "80")]
    [InlineData(":a:web", "http", "a", "web")]
    [InlineData("https:a:", "https", "a", "")]
    public void Parse_EachForm_IsTakenApart(string text, string scheme, string name, string port) =>
        Assert.Equal(new ProxyName(scheme, name, port), ProxyName.Parse(text, "pod"));

    [Theory]
    [InlineData(":80")]
    [InlineData("ftp:a:80")]
    [InlineData("http:a:80:x")]
    public void Parse_AnotherForm_IsABadRequest(string text) =>
        Assert.Equal((400, $"invalid pod request \"{text}\""), Assert.Throws<ApiException>(() => ProxyName.Parse(text, "pod")) is var e ? (e.Code, e.Message) : default);
}
