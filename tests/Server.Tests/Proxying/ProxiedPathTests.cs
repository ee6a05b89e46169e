using ActorKube.Server.Proxying;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Tests.Proxying;

public sealed class ProxiedPathTests
{
    [Theory]
    [InlineData("/api/v1/namespaces/ns/pods/p:80/proxy", "")]
    [InlineData("/api/v1/namespaces/ns/services/s/proxy", "/")]
    [InlineData("/api/v1/nodes/n/proxy", "/a//b/%2Fc%20d/../e/")]
    [InlineData("//api/v1/namespaces//ns/services/s/proxy", "//a/proxy")]
    public void Split_EachForm_LeavesTheRestAsItWasWritten(string prefix, string rest) =>
        Assert.Equal(new ProxiedPath(prefix, rest), ProxiedPath.Split(prefix + rest, RequestPath.Parse(prefix)!));
}
