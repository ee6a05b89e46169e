using System.Net;
using ActorKube.Ingresses.Metrics;
using ActorKube.Ingresses.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>
/// Answers requests by passing them on. Each is routed by one snapshot. Another endpoint is asked only if no connection could be made, so that nothing of the request can have been seen; for that the
/// newest snapshot is taken, since the endpoints may be others by now. Requests under way keep their backend whatever becomes of routes.
/// </summary>
internal sealed partial class RequestForwarder(IngressOptions options, Func<RoutingSnapshot> routes, IngressMeter meter, TimeProvider time, ILogger log) : IDisposable
{
    private readonly EndpointChoice _choice = new(time);
    private readonly ActivityTimeouts _timeouts = new(time);
    private readonly BackendClient _client = new(time);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Port to which clients are sent that are to use HTTPS.</summary>
    public int HttpsPort { get; set; } = options.HttpsPort;

    /// <summary>Connections to backends that were made.</summary>
    public long Connections => _client.Connections;

    public async Task HandleAsync(HttpContext http)
    {
        var snapshot = routes();
        var route = snapshot.Table.Match(http.Request.Host.Host, http.Request.Path.Value!);
        var counter = meter.Of(route?.Ingress);
        var start = time.GetTimestamp();
        counter.Begin();
        try
        {
            await AnswerAsync(http, snapshot, route);
        }
        finally
        {
            counter.End(http.Response.StatusCode, time.GetElapsedTime(start));
        }
    }

    /// <summary>Ends what has no end of its own: upgraded connections.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task AnswerAsync(HttpContext http, RoutingSnapshot snapshot, Route? route)
    {
        var upgrade = Upgrades.Wanted(http);
        if (route is null)
        {
            await ErrorAnswer.WriteAsync(http, StatusCodes.Status404NotFound, "no ingress has this host and path");
            return;
        }

        if (upgrade is null && HttpMethods.IsConnect(http.Request.Method))
        {
            await ErrorAnswer.WriteAsync(http, StatusCodes.Status501NotImplemented, "this is no tunnel");
            return;
        }

        var origin = RequestOrigin.Of(http, options.TrustedProxies);
        if (route.Settings.RedirectsToHttps && origin.Scheme == "http")
        {
            await HttpsRedirect.WriteAsync(http, origin, HttpsPort);
            return;
        }

        using var activity = _timeouts.Start(route.Settings.ReadTimeout, http.RequestAborted);
        try
        {
            await ForwardAsync(http, snapshot, route, origin, upgrade, activity);
        }
        catch (BadHttpRequestException e)
        {
            await ErrorAnswer.WriteAsync(http, e.StatusCode, e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            var (status, why) = Explain(e, http, activity);
            LogFailed(log, route.Ingress, status, e.Message);
            await ErrorAnswer.WriteAsync(http, status, why);
        }
    }

    private async Task ForwardAsync(HttpContext http, RoutingSnapshot snapshot, Route? route, RequestOrigin origin, string? upgrade, ActivityTimeout activity)
    {
        List<IPEndPoint>? tried = null;
        HttpRequestException? failure = null;
        while (true)
        {
            if (route is null || _choice.Next(snapshot, route, tried ?? []) is not var (backend, endpoint))
            {
                await (failure is null ? ErrorAnswer.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "the service has no endpoint that is ready") : throw failure);
                return;
            }

            using var message = ForwardedRequest.Create(http, backend, endpoint, route.Settings, origin, upgrade, activity);
            try
            {
                using var response = await _client.SendAsync(message, activity.Token);
                await PassOnAsync(http, response, upgrade, activity);
                return;
            }
            catch (HttpRequestException e) when (BackendUnreachableException.IsCauseOf(e) && !activity.Token.IsCancellationRequested)
            {
                LogUnreachable(log, route.Ingress, endpoint, e.Message);
                _choice.Avoid(endpoint);
                (tried ??= []).Add(endpoint);
                if (tried.Count > route.Settings.Retries)
                {
                    throw;
                }

                failure = e;
                activity.Renew();
            }
            finally
            {
                if (message.Content is ForwardedBody body)
                {
                    await body.StopAsync();
                }
            }

            meter.Retried();
            snapshot = routes();
            route = snapshot.Table.Match(http.Request.Host.Host, http.Request.Path.Value!);
        }
    }

    private async Task PassOnAsync(HttpContext http, HttpResponseMessage response, string? upgrade, ActivityTimeout activity)
    {
        activity.Renew();
        if (response.StatusCode != HttpStatusCode.SwitchingProtocols || upgrade is null)
        {
            await ForwardedResponse.CopyAsync(response, http, activity);
            return;
        }

        activity.WaitForever();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(activity.Token, _stop.Token);
        await Upgrades.RunAsync(http, response, upgrade, ended.Token);
    }

    private static (int Status, string Why) Explain(Exception e, HttpContext http, ActivityTimeout activity) => e switch
    {
        _ when http.RequestAborted.IsCancellationRequested => (ErrorAnswer.ClientGone, "the client has gone"),
        _ when activity.Token.IsCancellationRequested => (StatusCodes.Status504GatewayTimeout, "the service took too long to answer"),
        HttpRequestException { InnerException: BadHttpRequestException bad } => (bad.StatusCode, bad.Message),
        HttpRequestException { InnerException: BackendUnreachableException { IsTimeout: true } } => (StatusCodes.Status504GatewayTimeout, "the service could not be connected to in time"),
        HttpRequestException failed when BackendUnreachableException.IsCauseOf(failed) => (StatusCodes.Status502BadGateway, "the service could not be connected to"),
        _ => (StatusCodes.Status502BadGateway, "the service broke off the connection, or its answer is no HTTP"),
    };

    [LoggerMessage(1, LogLevel.Debug, "A request of the ingress {Ingress} failed with {Status}: {Why}")]
    private static partial void LogFailed(ILogger log, IngressName ingress, int status, string why);

    [LoggerMessage(2, LogLevel.Debug, "{Endpoint}, of the ingress {Ingress}, could not be connected to: {Why}")]
    private static partial void LogUnreachable(ILogger log, IngressName ingress, IPEndPoint endpoint, string why);
}
