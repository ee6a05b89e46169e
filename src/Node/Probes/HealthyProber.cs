namespace ActorKube.NodeAgent.Probes;

/// <summary>For pods in which nothing runs and nothing listens: every one of them is healthy.</summary>
public sealed class HealthyProber : INetworkProber
{
    public Task<ProbeOutcome> HttpAsync(HttpProbe probe, TimeSpan timeout, CancellationToken cancellationToken) => Task.FromResult(ProbeOutcome.Success);

    public Task<ProbeOutcome> TcpAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken) => Task.FromResult(ProbeOutcome.Success);

    public Task<ProbeOutcome> GrpcAsync(string host, int port, string service, TimeSpan timeout, CancellationToken cancellationToken) =>
        Task.FromResult(ProbeOutcome.Success);
}
