namespace ActorKube.Ingresses.Routing;

/// <summary>How a backend is spoken to, by <c>appProtocol</c> of the service's port.</summary>
internal enum BackendProtocol
{
    /// <summary>HTTP/1.1; calls by gRPC, which there is no such thing for, are passed on as with <see cref="Http2"/>.</summary>
    Http,

    /// <summary>HTTP/2 without TLS.</summary>
    Http2,

    /// <summary>TLS, and above it what the backend chooses. Its certificate isn't checked: pods have none that says who they are.</summary>
    Https,
}

internal static class BackendProtocols
{
    public static BackendProtocol Of(string? appProtocol) => appProtocol?.ToLowerInvariant() switch
    {
        "kubernetes.io/h2c" or "h2c" or "grpc" or "kubernetes.io/grpc" => BackendProtocol.Http2,
        "https" or "kubernetes.io/https" or "kubernetes.io/wss" or "grpcs" => BackendProtocol.Https,
        _ => BackendProtocol.Http,
    };
}
