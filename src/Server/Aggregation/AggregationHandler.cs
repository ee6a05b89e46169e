using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;
using ActorKube.Server.Authentication;
using ActorKube.Server.Hosting;
using ActorKube.Server.Proxying;
using ActorKube.Server.Responses;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Aggregation;

/// <summary>
/// Groups that an APIService leaves to a server of their own: whatever is asked below the group and version is passed on to it, with the user that this host has authenticated, and its answer back,
/// also one that turns the connection into a stream. Follows Kubernetes' kube-aggregator.
/// </summary>
internal sealed class AggregationHandler(ExtensionGroups groups, ExtensionServers servers) : INonResourceHandler
{
    private const string Unavailable = "service unavailable\n";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        if (groups.Find(http.Request.Path.Value ?? "") is not { } api)
        {
            return false;
        }

        if (!APIServiceConditions.IsAvailable(api))
        {
            await ResponseWriter.WriteTextAsync(http, StatusCodes.Status503ServiceUnavailable, Unavailable).ConfigureAwait(false);
            return true;
        }

        try
        {
            await PassOnAsync(http, api, user).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ExtensionServerException or HttpRequestException && !http.Response.HasStarted)
        {
            var text = e is ExtensionServerException ? Unavailable : $"error trying to reach service: {ExtensionServers.Reason(e)}\n";
            await ResponseWriter.WriteTextAsync(http, StatusCodes.Status503ServiceUnavailable, text).ConfigureAwait(false);
        }

        return true;
    }

    private async Task PassOnAsync(HttpContext http, APIService api, UserInfo user)
    {
        using var message = ProxiedMessages.Request(http.Request, static name => !FrontProxyHeaders.IsOne(name) && !name.StartsWith(Impersonation.Prefix, StringComparison.OrdinalIgnoreCase));
        var path = http.Request.Path.ToUriComponent() + http.Request.QueryString.Value;
        using var response = await servers.SendAsync(api, message, path, user, http.RequestAborted).ConfigureAwait(false);
        await ProxiedMessages.AnswerAsync(http, response).ConfigureAwait(false);
    }
}
