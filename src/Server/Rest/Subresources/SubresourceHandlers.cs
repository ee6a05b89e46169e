using ActorKube.Engine.Commands;
using ActorKube.Server.Requests;
using ActorKube.Server.Streams;
using ActorKube.Server.Streams.PortForward;
using ActorKube.Server.Streams.RemoteCommands;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>The handlers of what is no facet of a stored object, by resource and subresource.</summary>
internal static class SubresourceHandlers
{
    private static readonly string[] Reviews =
    [
        "selfsubjectreviews.authentication.k8s.io",
        "subjectaccessreviews.authorization.k8s.io",
        "localsubjectaccessreviews.authorization.k8s.io",
        "selfsubjectaccessreviews.authorization.k8s.io",
        "selfsubjectrulesreviews.authorization.k8s.io",
    ];

    public static IReadOnlyDictionary<(string Resource, string Subresource), ISubresourceHandler> All(
        ObjectCommands store, ObjectDecoder decoder, IPodStreams streams)
    {
        var binding = new BindingHandler(store, decoder);
        var reviews = new ReviewHandler(decoder, AccessReviews.Answer);
        var all = new Dictionary<(string, string), ISubresourceHandler>
        {
            [("pods", "binding")] = binding,
            [("bindings", "")] = binding,
            [("pods", "eviction")] = new EvictionHandler(store, decoder),
            [("pods", "log")] = new LogHandler(streams),
            [("pods", "exec")] = new RemoteCommandHandler(streams, store.Time, isExec: true),
            [("pods", "attach")] = new RemoteCommandHandler(streams, store.Time, isExec: false),
            [("pods", "portforward")] = new PortForwardHandler(streams),
        };
        foreach (var resource in Reviews)
        {
            all[(resource, "")] = reviews;
        }

        return all;
    }
}
