using System.Collections.Immutable;
using System.Net;

namespace ActorKube.Ingresses.Routing;

/// <summary>A port of a service and where it leads at the moment. Immutable.</summary>
internal sealed record Backend(BackendKey Key, BackendProtocol Protocol, ImmutableArray<IPEndPoint> Endpoints)
{
    /// <summary>Why it can lead nowhere; null if it can, be there endpoints or not.</summary>
    public string? Problem { get; init; }
}
