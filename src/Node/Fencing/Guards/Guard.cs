using ActorKube.Api.Core;
using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Fencing.Guards;

/// <summary>
/// Kills what must not run twice when its host can't: the host's process is stopped, killed or stuck, and its lease has run out. Needs nothing but the engine and the lease, since the
/// containers are labelled. While the lease is over it looks again and again: a start may be under way.
/// </summary>
public sealed partial class Guard(GuardOptions options, GuardLease lease, TimeProvider time, ILogger<Guard> logger) : IDisposable
{
    private const int ParallelKills = 16;

    private readonly DockerClient _docker = new(options.Endpoint is null ? DockerEndpoint.FromEnvironment() : DockerEndpoint.Parse(options.Endpoint));
    private bool _connected;
    private bool _anyLeft = true;
    private bool _acting;

    /// <summary>Returns when it is dismissed, or nothing is left to guard, or it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // What is ready beforehand needn't be made ready when it counts.
        await TryAsync(token => ListAsync(token), cancellationToken);
        while (!cancellationToken.IsCancellationRequested && !lease.IsDismissed && Duty is var duty and not GuardDuty.Leave)
        {
            await ActAsync(duty, cancellationToken);
            await Task.Delay(options.Period, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _docker.Dispose();

    private GuardDuty Duty => GuardRule.Decide(lease.Now, lease.Until, _anyLeft, options);

    private async Task ActAsync(GuardDuty duty, CancellationToken cancellationToken)
    {
        if (_acting != (duty == GuardDuty.Kill))
        {
            _acting = duty == GuardDuty.Kill;
            _anyLeft = true;
            LogTurn(logger, _acting ? "is not vouched for any more" : "is alive");
        }

        if (_acting)
        {
            await TryAsync(KillAllAsync, cancellationToken);
        }
    }

    private async Task KillAllAsync(CancellationToken cancellationToken)
    {
        var found = await ListAsync(cancellationToken);
        _anyLeft = found.Count > 0;

        // The host may have come back while the engine was asked.
        if (Duty == GuardDuty.Kill)
        {
            await Parallel.ForEachAsync(found, new ParallelOptions { MaxDegreeOfParallelism = ParallelKills, CancellationToken = cancellationToken }, KillAsync);
        }
    }

    private async ValueTask KillAsync(ContainerListItem container, CancellationToken cancellationToken)
    {
        try
        {
            await _docker.Containers.KillAsync(container.Id, "SIGKILL", cancellationToken);
            LogKilled(logger, container.Names.Count > 0 ? container.Names[0] : container.Id);
        }
        catch (DockerException e) when (e.IsNotFound || e.IsConflict)
        {
            // Gone, or not running any more.
        }
    }

    /// <summary>What runs of what must not run twice.</summary>
    private async Task<IReadOnlyList<ContainerListItem>> ListAsync(CancellationToken cancellationToken)
    {
        if (!_connected)
        {
            await _docker.ConnectAsync(cancellationToken);
            _connected = true;
        }

        var all = await _docker.Containers.ListAsync([EngineLabels.Of(EngineLabels.Node, options.NodeId), EngineLabels.Of(RunOnce.Annotation, "true")], cancellationToken);
        return [.. all.Where(static c => c.State is "running" or "paused" or "restarting")];
    }

    /// <summary>Whatever goes wrong with the engine: the next look is another try.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Patience);
        try
        {
            await action(patience.Token);
        }
        catch (Exception e) when (e is DockerException or HttpRequestException or IOException or OperationCanceledException)
        {
            _anyLeft = true;
            LogFailed(logger, e.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The host {State}")]
    private static partial void LogTurn(ILogger logger, string state);

    [LoggerMessage(2, LogLevel.Warning, "Killed {Container}")]
    private static partial void LogKilled(ILogger logger, string container);

    [LoggerMessage(3, LogLevel.Warning, "The engine doesn't do as asked: {Error}")]
    private static partial void LogFailed(ILogger logger, string error);
}
