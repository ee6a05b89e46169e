using ActorKube.NodeAgent.Runtimes.Simulated;

namespace ActorKube.NodeAgent.Probes;

/// <summary>For pods of a <see cref="SimulatedRuntime"/>, where nothing listens: they answer as soon as the runtime says that their containers would.</summary>
public sealed class SimulatedProber(SimulatedRuntime runtime) : INetworkProber
{
    public Task<ProbeOutcome> HttpAsync(HttpProbe probe, TimeSpan timeout, CancellationToken cancellationToken) => Task.FromResult(Ask(probe.Url.Host));

    public Task<ProbeOutcome> TcpAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken) => Task.FromResult(Ask(host));

    public Task<ProbeOutcome> GrpcAsync(string host, int port, string service, TimeSpan timeout, CancellationToken cancellationToken) => Task.FromResult(Ask(host));

    private ProbeOutcome Ask(string address) => runtime.IsReady(address) ? ProbeOutcome.Success : ProbeOutcome.Failure($"dial tcp {address}: connect: connection refused");
}
