using System.Net;

namespace ActorKube.Api.Core;

/// <summary>Where the DNS of a node listens, as the node says itself. Its pods reach it at the cluster's DNS address.</summary>
public static class NodeDns
{
    /// <summary>Of the Node: <c>IP:PORT</c>, for UDP and TCP.</summary>
    public const string Annotation = "actorkube.io/dns";

    /// <summary>Null for a node without.</summary>
    public static IPEndPoint? Of(Node node) =>
        node.Metadata.Annotations is { } annotations && annotations.TryGetValue(Annotation, out var text) && IPEndPoint.TryParse(text, out var address) ? address : null;
}
