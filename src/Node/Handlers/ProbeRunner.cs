using ActorKube.Api.Core;
using ActorKube.Api.Text;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Probes;

namespace ActorKube.NodeAgent.Handlers;

/// <summary>Runs one probe once.</summary>
internal sealed class ProbeRunner(IStreamRuntime runtime, INetworkProber network)
{
    public async Task<ProbeOutcome> RunAsync(Probe probe, PodEndpoint endpoint, string containerId, CancellationToken cancellationToken)
    {
        var timeout = TimeSpan.FromSeconds(Math.Max(1, probe.TimeoutSeconds));
        switch (probe)
        {
            case { Exec: { } exec }:
                return await ExecAsync(exec, containerId, timeout, cancellationToken);
            case { HttpGet: { } get }:
                return endpoint.Http(get) is { } request ? await network.HttpAsync(request, timeout, cancellationToken) : NoPort(endpoint, get.Port.ToString());
            case { TcpSocket: { } tcp }:
                var host = tcp.Host is { Length: > 0 } own ? own : endpoint.Address;
                return endpoint.Port(tcp.Port) is { } port ? await network.TcpAsync(host, port, timeout, cancellationToken) : NoPort(endpoint, tcp.Port.ToString());
            case { Grpc: { } grpc }:
                return await network.GrpcAsync(endpoint.Address, grpc.Port, grpc.Service ?? "", timeout, cancellationToken);
            default:
                return ProbeOutcome.Failure($"missing probe handler for {endpoint.Container.Name}");
        }
    }

    private async Task<ProbeOutcome> ExecAsync(ExecAction exec, string containerId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            var result = await runtime.ExecSyncAsync(containerId, exec.Command.OrEmpty(), timeout, cancellationToken);
            return result switch
            {
                { TimedOut: true } => ProbeOutcome.Failure($"command timed out: \"{string.Join(' ', exec.Command.OrEmpty())}\" timed out after {GoDurations.Text(timeout)}"),
                { ExitCode: 0 } => ProbeOutcome.Success,
                _ => ProbeOutcome.Failure(result.Stdout + result.Stderr),
            };
        }
        catch (RuntimeException e)
        {
            return ProbeOutcome.Failure(e.Message);
        }
    }

    private static ProbeOutcome NoPort(PodEndpoint endpoint, string port) => ProbeOutcome.Failure($"couldn't find port: {port} in container {endpoint.Container.Name}");
}
