namespace ActorKube.NodeAgent.Probes;

/// <summary>Asks pods over the network how they are. Thread-safe; a pod that can't be reached is an outcome, not an exception.</summary>
public interface INetworkProber
{
    Task<ProbeOutcome> HttpAsync(HttpProbe probe, TimeSpan timeout, CancellationToken cancellationToken);

    Task<ProbeOutcome> TcpAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>The standard health service, grpc.health.v1.</summary>
    Task<ProbeOutcome> GrpcAsync(string host, int port, string service, TimeSpan timeout, CancellationToken cancellationToken);
}

/// <summary>A request that is answered with 200 to 399 by whoever is healthy.</summary>
public sealed record HttpProbe(Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers);
