using ActorKube.Api.Errors;
using ActorKube.Server.Negotiation;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.Negotiation;

public sealed class AcceptNegotiationTests
{
    [Theory]
    [InlineData(true, "GET", true)]
    [InlineData(true, "POST", false)]
    [InlineData(false, "GET", false)]
    public void Resource_OfUnknownFormat_NamesWhatThereIs(bool isCollection, string method, bool hasStreams)
    {
        var request = Request("text/html");
        request.Method = method;
        var message = Assert.Throws<ApiException>(() => AcceptNegotiation.Resource(request, isCollection)).Message;
        Assert.StartsWith("406: Not Acceptable", message, StringComparison.Ordinal);
        Assert.Equal(hasStreams, message.EndsWith(AcceptNegotiation.AcceptedStreams, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("1", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("yes", false)]
    public void Resource_WithPretty_IsIndentedForTrue(string pretty, bool expected)
    {
        var request = Request("application/json");
        request.QueryString = QueryString.Create("pretty", pretty);
        Assert.Equal(expected, AcceptNegotiation.Resource(request, isCollection: false).Pretty);
    }

    private static HttpRequest Request(string accept)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;
        return request;
    }
}
