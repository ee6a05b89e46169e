using ActorKube.Server.Proxying;

namespace ActorKube.Server.Tests.Proxying;

public sealed class ProxyLinksTests
{
    private static readonly ProxyLinks Links = new("/p/proxy", ["10.0.0.5:8080", "api.test:6443"]);

    [Theory]
    [InlineData("/", "/p/proxy/")]
    [InlineData("/a?b=c#d", "/p/proxy/a?b=c#d")]
    [InlineData("http://10.0.0.5:8080/a", "/p/proxy/a")]
    [InlineData("https://10.0.0.5:8080", "/p/proxy/")]
    [InlineData("//API.test:6443/a", "/p/proxy/a")]
    [InlineData("http://10.0.0.5:8080?a", "/p/proxy/?a")]
    [InlineData("/p/proxyother", "/p/proxy/p/proxyother")]
    public void Link_ToAPathThere_LeadsThroughTheProxy(string link, string expected) => Assert.Equal(expected, Links.Rewrite(link));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("../a")]
    [InlineData("#a")]
    [InlineData("?next=http://10.0.0.5:8080/a")]
    [InlineData("mailto:a@b")]
    [InlineData("http://10.0.0.5/a")]
    [InlineData("https://example.com/a")]
    [InlineData("/p/proxy")]
    [InlineData("/p/proxy/a")]
    public void Link_ThatIsRelativeOrLeadsElsewhere_StaysAsItIs(string link) => Assert.Equal(link, Links.Rewrite(link));
}
