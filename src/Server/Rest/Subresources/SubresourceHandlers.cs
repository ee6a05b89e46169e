using ActorKube.Api.Metrics;
using ActorKube.Engine.Commands;
using ActorKube.Server.Hosting;
using ActorKube.Server.Proxying;
using ActorKube.Server.Proxying.Nodes;
using ActorKube.Server.Requests;
using ActorKube.Server.ResourceMetrics;
using ActorKube.Server.Streams;
using ActorKube.Server.Streams.PortForward;
using ActorKube.Server.Streams.RemoteCommands;
using ActorKube.Server.Tokens;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>The handlers of what is no facet of a stored object, by resource and subresource.</summary>
internal static class SubresourceHandlers
{
    /// <summary>Kept for the life of the process.</summary>
    private static readonly ProxyPass Proxied = ProxyPass.Create();

    private static readonly string[] IdentityQuestions = ["selfsubjectreviews.authentication.k8s.io", "tokenreviews.authentication.k8s.io"];

    private static readonly string[] AccessQuestions =
    [
        "subjectaccessreviews.authorization.k8s.io",
        "localsubjectaccessreviews.authorization.k8s.io",
        "selfsubjectaccessreviews.authorization.k8s.io",
        "selfsubjectrulesreviews.authorization.k8s.io",
    ];

    public static IReadOnlyDictionary<(string Resource, string Subresource), ISubresourceHandler> All(
        ObjectCommands store, ObjectDecoder decoder, ApiServerOptions options, TokenVerifier tokens)
    {
        var streams = options.Streams;
        var pods = new StreamedPods(store.View);
        var logs = new LogHandler(streams, pods);
        var targets = new ProxyTargets(store.View);
        var binding = new BindingHandler(store, decoder);
        var identity = new ReviewHandler(decoder, new IdentityReviews(tokens, store.Time).Answer);
        var access = new ReviewHandler(decoder, AccessReviews.Answer);
        var all = new Dictionary<(string, string), ISubresourceHandler>
        {
            [("pods", "binding")] = binding,
            [("bindings", "")] = binding,
            [("pods", "eviction")] = new EvictionHandler(store, decoder),
            [("pods", "log")] = logs,
            [("pods", "exec")] = new RemoteCommandHandler(streams, pods, store.Time, isExec: true),
            [("pods", "attach")] = new RemoteCommandHandler(streams, pods, store.Time, isExec: false),
            [("pods", "portforward")] = new PortForwardHandler(streams, pods),
            [("pods", "proxy")] = new ProxyHandler(Proxied, targets.OfPod),
            [("services", "proxy")] = new ProxyHandler(Proxied, targets.OfService),
            [("nodes", "proxy")] = new NodeProxyHandler(Proxied, targets, new AgentEndpoints(options.LocalNodes, store.View, logs, options.Metrics)),
            [("serviceaccounts", "token")] = new TokenHandler(options.Tokens, decoder),
            [(MetricsKinds.Nodes.Resource, "")] = UsageHandler.Nodes(store, options.Readings),
            [(MetricsKinds.Pods.Resource, "")] = UsageHandler.Pods(store, options.Readings),
        };
        foreach (var resource in IdentityQuestions)
        {
            all[(resource, "")] = identity;
        }

        foreach (var resource in AccessQuestions)
        {
            all[(resource, "")] = access;
        }

        return all;
    }
}
