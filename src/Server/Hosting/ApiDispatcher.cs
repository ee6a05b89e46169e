using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Journals;
using ActorKube.Server.Authentication;
using ActorKube.Server.Authorization;
using ActorKube.Server.Forwarding;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.ResourceMetrics;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ActorKube.Server.Hosting;

/// <summary>The way of every request: who sends it, what it is about, who answers. Whatever goes wrong becomes a Status.</summary>
public sealed partial class ApiDispatcher(
    ServedKinds kinds,
    RequestAuthentication authentication,
    IReadOnlyList<INonResourceHandler> others,
    ResourceHandler resources,
    NodeRequestForwarder? forwarder,
    ILogger<ApiDispatcher> log)
{
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await RouteAsync(http).ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            WarningHeaders.Add(http, e.Warnings);
            await FailAsync(http, e.Status).ConfigureAwait(false);
        }
        catch (ImpersonationException e)
        {
            await ResponseWriter.WriteTextAsync(http, 500, $"Internal Server Error: \"{http.Request.Path}\": {e.Message}\n").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: there is nobody to answer.
        }
        catch (BadHttpRequestException e)
        {
            await FailAsync(http, ApiErrors.BadRequest(e.Message).Status).ConfigureAwait(false);
        }
        catch (JournalUnavailableException e)
        {
            LogUnavailable(log, http.Request.Method, http.Request.Path, e);
            await FailAsync(http, ApiErrors.Unavailable("the journal is unavailable, please try again later", retryAfterSeconds: 1).Status).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            LogFailed(log, http.Request.Method, http.Request.Path, e);
            await FailAsync(http, ApiErrors.Internal(e.Message).Status).ConfigureAwait(false);
        }
    }

    private async Task RouteAsync(HttpContext http)
    {
        var user = await authentication.AuthenticateAsync(http).ConfigureAwait(false);
        http.Features.Set(user);
        AnonymousAccess.Check(RequestAttributes.Of(http, user));
        foreach (var handler in others)
        {
            if (await handler.TryHandleAsync(http, user).ConfigureAwait(false))
            {
                return;
            }
        }

        if (RequestPath.Parse(LiteralPath.Of(http.Request)) is not { } path)
        {
            await NotFoundAsync(http, group: null).ConfigureAwait(false);
            return;
        }

        if (kinds.Find(path.Group, path.Version, path.Resource) is not { } kind || kind.Namespaced != path.IsInNamespace && !IsAcrossNamespaces(kind, path))
        {
            await NotFoundAsync(http, path.Group).ConfigureAwait(false);
            return;
        }

        if (kind.Namespaced && !path.IsInNamespace && http.Request.Method != "GET")
        {
            throw ResourceHandler.NotAllowed();
        }

        // What may be accepted of somebody behind a proxy is between the client and them.
        var format = path.Subresource == "proxy" ? ResponseFormat.Plain : AcceptNegotiation.Resource(http.Request, isCollection: path.Name.Length == 0);
        var request = new ApiRequest(http, path, kind, user, format);
        if (forwarder is null || !await forwarder.TryForwardAsync(request).ConfigureAwait(false))
        {
            await resources.HandleAsync(request).ConfigureAwait(false);
        }
    }

    /// <summary>A list over all namespaces.</summary>
    private static bool IsAcrossNamespaces(Kind kind, RequestPath path) => kind.Namespaced && path.Name.Length == 0;

    private Task NotFoundAsync(HttpContext http, string? group) => group is not null && kinds.Current.All.Any(k => k.Group == group)
        ? throw ResourceHandler.NotFound()
        : ResponseWriter.WriteTextAsync(http, 404, "404 page not found\n");

    private static async Task FailAsync(HttpContext http, Status status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        if (status.Details is { RetryAfterSeconds: > 0 } details)
        {
            http.Response.Headers.RetryAfter = details.RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await ResponseWriter.WriteAsync(http, status, AcceptNegotiation.Error(http.Request)).ConfigureAwait(false);
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFailed(ILogger log, string method, string path, Exception error);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path}: the journal is unavailable")]
    private static partial void LogUnavailable(ILogger log, string method, string path, Exception error);
}
