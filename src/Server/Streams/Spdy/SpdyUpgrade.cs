using ActorKube.Api.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>Turns an HTTP/1.1 connection into one of SPDY/3.1, and agrees with the client on what its streams are for.</summary>
internal static class SpdyUpgrade
{
    private const string Protocol = "SPDY/3.1";
    private const string Offered = "X-Stream-Protocol-Version";
    private const string Accepted = "X-Accepted-Stream-Protocol-Versions";

    public static bool IsRequested(HttpContext http) =>
        http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } && http.Request.Headers.Upgrade.ToString().Contains(Protocol, StringComparison.OrdinalIgnoreCase);

    /// <summary>The client's first choice that is supported.</summary>
    /// <exception cref="ApiException">400: the client names none. 403: none of them is supported.</exception>
    public static string Negotiate(HttpContext http, params IReadOnlyList<string> supported)
    {
        var offers = http.Request.Headers.GetCommaSeparatedValues(Offered);
        if (offers.Length == 0)
        {
            throw ApiErrors.BadRequest($"unable to upgrade: {Offered} is required");
        }

        if (offers.FirstOrDefault(supported.Contains) is { } chosen)
        {
            return chosen;
        }

        http.Response.Headers.Append(Accepted, supported.ToArray());
        throw ApiErrors.Of(
            403, StatusReason.Forbidden, $"unable to upgrade: unable to negotiate protocol: client supports [{string.Join(' ', offers)}], server accepts [{string.Join(' ', supported)}]");
    }

    /// <param name="protocol">What was agreed on.</param>
    public static Task<Stream> AcceptAsync(HttpContext http, string protocol)
    {
        http.Response.Headers[Offered] = protocol;
        http.Response.Headers.Upgrade = Protocol;
        return http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }
}
