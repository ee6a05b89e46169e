using ActorKube.Api.Errors;
using ActorKube.Api.Metrics;
using ActorKube.Engine.Views;
using ActorKube.Server.Metrics;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using ActorKube.Server.Streams;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Proxying.Nodes;

/// <summary>What can be read of a node's agent, at the paths of the kubelet.</summary>
/// <param name="metrics">Numbers of other parts of the host.</param>
internal sealed class AgentEndpoints(ILocalNodes nodes, ObjectView view, LogHandler logs, Func<IEnumerable<Metric>> metrics)
{
    /// <exception cref="ApiException">404: no such pod or container. 405: it is not for changing. 503: the host of the node doesn't answer.</exception>
    public Task AnswerAsync(ApiRequest request, string node)
    {
        var http = request.Http;
        if (!nodes.Has(node))
        {
            throw ApiErrors.Unavailable($"the host of the node \"{node}\" can't be reached", retryAfterSeconds: 1);
        }

        return http.Request.Method is not ("GET" or "HEAD") ? throw ResourceHandler.NotAllowed() : request.Path.Rest.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["healthz"] => ResponseWriter.WriteTextAsync(http, StatusCodes.Status200OK, "ok"),
            ["pods"] => ResponseWriter.WriteAsync(http, StatusCodes.Status200OK, NodePods.List(Pods(node)), ResponseFormat.Plain),
            ["metrics"] => WriteMetricsAsync(http, MetricsPage.Of(metrics())),
            ["metrics", "resource"] => WriteUsageAsync(http, node, AgentMetrics.Page),
            ["stats", "summary"] => WriteSummaryAsync(http, node),
            ["logs"] => WritePageAsync(http, NodePods.LogPage(Pods(node))),
            ["containerLogs", var space, var pod, var container] => logs.WriteAsync(request, NodePods.Container(Pods(node), new PodTarget(space, pod, container))),
            _ => ResponseWriter.WriteTextAsync(http, StatusCodes.Status404NotFound, "404 page not found\n"),
        };
    }

    private IEnumerable<StoredPod> Pods(string node) => NodePods.Of(view.Snapshot(), node);

    private async Task WriteUsageAsync(HttpContext http, string node, Func<NodeReading, MetricText> page) => await WriteMetricsAsync(http, page(await ReadAsync(http, node).ConfigureAwait(false))).ConfigureAwait(false);

    private async Task WriteSummaryAsync(HttpContext http, string node) =>
        await ResponseWriter.WriteAsync(http, StatusCodes.Status200OK, AgentSummary.Of(await ReadAsync(http, node).ConfigureAwait(false)), ResponseFormat.Plain).ConfigureAwait(false);

    private async Task<NodeReading> ReadAsync(HttpContext http, string node) =>
        await nodes.ReadUsageAsync(node, http.RequestAborted).ConfigureAwait(false) ?? throw ApiErrors.Unavailable("the node agent does not measure now", retryAfterSeconds: 1);

    private static Task WriteMetricsAsync(HttpContext http, MetricText page)
    {
        http.Response.ContentType = MetricText.ContentType;
        return http.Response.WriteAsync(page.ToString(), http.RequestAborted);
    }

    private static Task WritePageAsync(HttpContext http, string page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page, http.RequestAborted);
    }
}
