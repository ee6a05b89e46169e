using System.Net;
using ActorKube.Ingresses.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Ingresses.Tests.Forwarding;

/// <summary>What is believed of where requests come from, and who is sent to HTTPS.</summary>
public sealed class OriginTests
{
    private const int Limit = 60_000;

    private static readonly IngressOptions Trusting = IngressLab.AnyPorts with { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8")] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData("X-Forwarded-For: 192.0.2.7|X-Forwarded-Proto: https|X-Forwarded-Host: shop.test|X-Forwarded-Port: 8443", "192.0.2.7, 127.0.0.1|192.0.2.7|shop.test|https|8443")]
    [InlineData("X-Forwarded-For: 1.1.1.1, 192.0.2.7,10.0.0.2|X-Forwarded-Proto: HTTPS", "1.1.1.1, 192.0.2.7, 10.0.0.2, 127.0.0.1|192.0.2.7|web.test|https|443")]
    [InlineData("X-Forwarded-For: 10.0.0.3|X-Real-IP: 1.1.1.1", "10.0.0.3, 127.0.0.1|10.0.0.3|web.test|http|OWN")]
    [InlineData("X-Forwarded-For: [2001:db8::7]:99", "[2001:db8::7]:99, 127.0.0.1|2001:db8::7|web.test|http|OWN")]
    [InlineData("X-Forwarded-For: unknown|X-Forwarded-Proto: ftp|X-Forwarded-Port: x", "unknown, 127.0.0.1|unknown|web.test|http|OWN")]
    [InlineData("", "127.0.0.1|127.0.0.1|web.test|http|OWN")]
    public async Task Origin_ToldByAProxyThatIsTrusted_IsPassedOn(string told, string expected)
    {
        await using var backend = await TestBackend.StartAsync(ShowAsync);
        await using var lab = await IngressLab.StartAsync(Trusting, Make.Ingress("web", "web.test/ web"), Make.Service("web"), Make.Slice("web", "a", backend.Endpoint));
        using var client = lab.Client();
        using var request = Request("http://web.test/", told);

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(expected.Replace("OWN", $"{lab.Ingress.HttpPort}", StringComparison.Ordinal), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact(Timeout = Limit)]
    public async Task Origin_ToldByAnybodyElse_IsNotBelieved()
    {
        await using var backend = await TestBackend.StartAsync(ShowAsync);
        await using var lab = await IngressLab.StartAsync(
            IngressLab.AnyPorts with { TrustedProxies = [IPNetwork.Parse("10.0.0.0/8")] }, Make.Ingress("web", "web.test/ web"), Make.Service("web"), Make.Slice("web", "a", backend.Endpoint));
        using var client = lab.Client();
        using var request = Request("http://web.test/", "X-Forwarded-For: 10.0.0.1|X-Forwarded-Proto: https|X-Forwarded-Host: shop.test|X-Forwarded-Port: 8443");

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal($"127.0.0.1|127.0.0.1|web.test|http|{lab.Ingress.HttpPort}", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory(Timeout = Limit)]
    [InlineData("true", "http://web.test:8080/a%2Fb?c=d", "", 308, "https://web.test:OWN/a%2Fb?c=d")]
    [InlineData("true", "https://web.test/a", "", 200, null)]
    [InlineData("false", "http://web.test/a", "", 200, null)]
    [InlineData("true", "http://web.test/a", "X-Forwarded-Proto: https", 200, null)]
    [InlineData("true", "http://web.test/a", "X-Forwarded-Proto: http|X-Forwarded-Host: shop.test:81", 308, "https://shop.test/a")]
    public async Task Client_ThatIsToUseHttps_IsSentThereUnlessItDoes(string redirect, string address, string told, int status, string? location)
    {
        await using var backend = await TestBackend.StartAsync(ShowAsync);
        await using var lab = await IngressLab.StartAsync(
            told.Length > 0 ? Trusting : IngressLab.AnyPorts, Make.Ingress("web", "web.test/ web").With(("actorkube.io/ssl-redirect", redirect)), Make.Service("web"), Make.Slice("web", "a", backend.Endpoint));
        using var client = Clients.To(address.StartsWith("https", StringComparison.Ordinal) ? lab.Ingress.HttpsPort!.Value : lab.Ingress.HttpPort!.Value);
        using var request = Request(address, told);

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal((status, location?.Replace("OWN", $"{lab.Ingress.HttpsPort}", StringComparison.Ordinal)), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(status == 200 ? 1 : 0, backend.Requests);
    }

    /// <param name="told">Headers with bars between them.</param>
    private static HttpRequestMessage Request(string address, string told)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var header in told.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = header.IndexOf(": ", StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 2)..]);
        }

        return request;
    }

    private static Task ShowAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        return http.Response.WriteAsync(string.Join('|', headers["X-Forwarded-For"], headers["X-Real-IP"], headers["X-Forwarded-Host"], headers["X-Forwarded-Proto"], headers["X-Forwarded-Port"]));
    }
}
