using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Server.Authorization;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.Authentication;

public sealed class AnonymousAccessTests
{
    [Theory]
    [InlineData("GET", "/healthz", null)]
    [InlineData("GET", "/livez/ping", null)]
    [InlineData("GET", "/version", null)]
    [InlineData("GET", "/versions", "forbidden: User \"system:anonymous\" cannot get path \"/versions\"")]
    [InlineData("GET", "/metrics", "forbidden: User \"system:anonymous\" cannot get path \"/metrics\"")]
    [InlineData("GET", "/api/v1/namespaces/ns/pods", "pods is forbidden: User \"system:anonymous\" cannot list resource \"pods\" in API group \"\" in the namespace \"ns\"")]
    [InlineData("GET", "/api/v1/pods?watch=1", "pods is forbidden: User \"system:anonymous\" cannot watch resource \"pods\" in API group \"\" at the cluster scope")]
    [InlineData("GET", "/api/v1/namespaces/ns/pods/p/log", "pods \"p\" is forbidden: User \"system:anonymous\" cannot get resource \"pods/log\" in API group \"\" in the namespace \"ns\"")]
    [InlineData("DELETE", "/apis/apps/v1/namespaces/ns/deployments", "deployments.apps is forbidden: User \"system:anonymous\" cannot deletecollection resource \"deployments\" in API group \"apps\" in the namespace \"ns\"")]
    public void Request_WithoutAName_SeesOnlyWhatIsPublic(string method, string path, string? refusal)
    {
        var http = new DefaultHttpContext();
        var parts = path.Split('?');
        (http.Request.Method, http.Request.Path) = (method, parts[0]);
        http.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
        var attributes = RequestAttributes.Of(http, new UserInfo { Username = "system:anonymous" });

        Assert.Equal(refusal, Refusal(attributes));
        Assert.Null(Refusal(attributes with { User = new UserInfo { Username = "me" } }));
    }

    private static string? Refusal(RequestAttributes attributes)
    {
        try
        {
            AnonymousAccess.Check(attributes);
            return null;
        }
        catch (ApiException e)
        {
            Assert.Equal(403, e.Code);
            return e.Message;
        }
    }
}
