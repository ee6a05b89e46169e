using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Probes;

namespace ActorKube.NodeAgent.Handlers;

/// <summary>Runs postStart and preStop hooks.</summary>
internal sealed class HookRunner(IStreamRuntime runtime, INetworkProber network, TimeProvider time)
{
    /// <summary>Returns why the hook failed; null if it didn't.</summary>
    /// <param name="timeout">The hook is given up after it.</param>
    public async Task<string?> RunAsync(LifecycleHandler hook, PodEndpoint endpoint, string containerId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        switch (hook)
        {
            case { Exec: { } exec }:
                return await ExecAsync(exec, containerId, timeout, cancellationToken);
            case { HttpGet: { } get }:
                return endpoint.Http(get) is { } request
                    ? Error(await network.HttpAsync(request, timeout, cancellationToken))
                    : $"couldn't find port: {get.Port} in container {endpoint.Container.Name}";
            case { TcpSocket: { } tcp } when endpoint.Port(tcp.Port) is { } port:
                return Error(await network.TcpAsync(tcp.Host is { Length: > 0 } host ? host : endpoint.Address, port, timeout, cancellationToken));
            case { Sleep: { } sleep }:
                var wanted = TimeSpan.FromSeconds(sleep.Seconds);
                await Task.Delay(wanted < timeout ? wanted : timeout, time, cancellationToken);
                return null;
            default:
                return "invalid handler";
        }
    }

    private async Task<string?> ExecAsync(ExecAction exec, string containerId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            var result = await runtime.ExecSyncAsync(containerId, exec.Command.OrEmpty(), timeout, cancellationToken);
            var command = string.Join(' ', exec.Command.OrEmpty());
            return result switch
            {
                { TimedOut: true } => $"command '{command}' timed out",
                { ExitCode: 0 } => null,
                _ => string.Create(CultureInfo.InvariantCulture, $"command '{command}' exited with {result.ExitCode}: {result.Stderr}{result.Stdout}"),
            };
        }
        catch (RuntimeException e)
        {
            return e.Message;
        }
    }

    private static string? Error(ProbeOutcome outcome) => outcome.Healthy ? null : outcome.Output;
}
