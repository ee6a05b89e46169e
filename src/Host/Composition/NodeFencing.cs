using ActorKube.Host.Launcher;
using ActorKube.NodeAgent.Fencing;
using ActorKube.NodeAgent.Fencing.Guards;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>What the node agent of a host that is one of many needs besides: how long the host may take itself for alive, and, where containers are real, a guard.</summary>
internal sealed class NodeFencing : IAsyncDisposable
{
    private readonly GuardLease? _lease;
    private readonly GuardProcess? _guard;

    private NodeFencing(Func<TimeSpan> aliveFor, FencingOptions options, GuardLease? lease, GuardProcess? guard) =>
        (AliveFor, Options, _lease, _guard) = (aliveFor, options, lease, guard);

    public Func<TimeSpan> AliveFor { get; }

    public FencingOptions Options { get; }

    public IGuardLease? Lease => _lease;

    /// <summary>Before the node agent is made; disposed after it.</summary>
    /// <param name="aliveFor">The membership's.</param>
    public static NodeFencing Start(HostSettings settings, Func<TimeSpan> aliveFor, TimeProvider time, ILoggerFactory logs)
    {
        var options = FencingOptions.For(settings.FenceAfter);
        if (settings.Runtime != "docker")
        {
            return new NodeFencing(aliveFor, options, null, null);
        }

        var files = new GuardFiles(settings.DataDirectory);
        var lease = GuardLease.Open(files.Lease);
        lease.Dismiss(false);

        // The agent takes seconds until it looks: what has run since the last life of this host needn't end for that.
        lease.Renew(aliveFor);

        // After the agent, before the end.
        var whom = new GuardOptions { NodeId = RuntimeFactory.NodeId(settings), Margin = options.Margin / 2 };
        var guard = new GuardProcess(files, whom, GuardProcess.OwnProgram, time, logs.CreateLogger<GuardProcess>());
        guard.Start();
        return new NodeFencing(aliveFor, options, lease, guard);
    }

    /// <summary>The guard goes on: containers do, too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_guard is not null)
        {
            await _guard.DisposeAsync().ConfigureAwait(false);
        }

        _lease?.Dispose();
    }
}
