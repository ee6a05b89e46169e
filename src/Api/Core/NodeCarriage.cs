using System.Globalization;

namespace ActorKube.Api.Core;

/// <summary>
/// Annotations of a node that has no host of its own: a host carries it, acts as its agent and says whether it is there, so that nobody has to listen for thousands of heartbeats that come from one
/// process. Without the first annotation a node has a host, whose name is the node's.
/// </summary>
public static class NodeCarriage
{
    /// <summary>Name of the host that carries the node.</summary>
    public const string Carrier = "actorkube.io/carrier";

    /// <summary>Since when its carrier takes it for lost, and nothing runs on it any more; RFC 3339 in UTC.</summary>
    public const string LostSince = "actorkube.io/lost-since";

    /// <summary>Null for a node with a host of its own.</summary>
    public static string? CarrierOf(Node? node) => node?.Metadata.Annotations?.GetValueOrDefault(Carrier) is { Length: > 0 } carrier ? carrier : null;

    /// <summary>Null for a node that is there; what is no time counts as long ago.</summary>
    public static DateTimeOffset? LostSinceOf(Node? node) =>
        CarrierOf(node) is null || node!.Metadata.Annotations!.GetValueOrDefault(LostSince) is not { Length: > 0 } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since
        : DateTimeOffset.MinValue;
}
