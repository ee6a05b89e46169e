using ActorKube.Api.Core;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Probes;

namespace ActorKube.NodeAgent.Handlers;

/// <summary>The probes of one pod: keeps exactly those running that its record asks for. For one caller at a time.</summary>
/// <param name="random">Where the jitter of adopted containers comes from: an agent that starts doesn't probe everything at once.</param>
internal sealed class PodProbes(ProbeRunner runner, PodEvents events, Action<PodMessage> tell, TimeProvider time, Random random)
{
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly Dictionary<(string Id, ProbeKind Kind), Running> _running = [];

    public void Sync(PodRecord record)
    {
        if (_running.Count == 0 && !Wanted(record).Any())
        {
            return;
        }

        var wanted = Wanted(record).ToDictionary(static t => (t.Instance.Id, t.Kind));
        foreach (var (key, running) in _running.Where(r => !wanted.ContainsKey(r.Key)).ToList())
        {
            running.Stop.Cancel();
            _running.Remove(key);
        }

        foreach (var (key, target) in wanted)
        {
            if (!_running.ContainsKey(key))
            {
                _running.Add(key, Start(target));
            }
        }
    }

    /// <summary>Ends them all.</summary>
    public async Task StopAsync()
    {
        var loops = _running.Values.ToList();
        _running.Clear();
        foreach (var loop in loops)
        {
            await loop.Stop.CancelAsync();
        }

        await Task.WhenAll(loops.Select(static l => l.Loop));
    }

    private static IEnumerable<ProbeTarget> Wanted(PodRecord record)
    {
        var address = record.Sandbox is { Addresses.Count: > 0 } sandbox ? sandbox.Addresses[0] : record.Pod.Status.HostIP ?? "127.0.0.1";
        foreach (var container in PodSpecs.Regular(record.Pod).Concat(PodSpecs.Init(record.Pod).Where(PodContainers.IsSidecar)))
        {
            var known = record.Container(container.Name);
            if (known is not { Work: ContainerWork.None or ContainerWork.Stopping, Current: { IsRunning: true } instance, Doom: null })
            {
                continue;
            }

            var endpoint = new PodEndpoint(container, address);
            if (!known.Started)
            {
                if (container.StartupProbe is { } startup && !record.IsEnding)
                {
                    yield return Target(ProbeKind.Startup, startup);
                }

                continue;
            }

            if (container.LivenessProbe is { } liveness && !record.IsEnding)
            {
                yield return Target(ProbeKind.Liveness, liveness);
            }

            // Also while the pod ends: whoever sends it traffic should learn that it takes none.
            if (container.ReadinessProbe is { } readiness)
            {
                yield return Target(ProbeKind.Readiness, readiness);
            }

            ProbeTarget Target(ProbeKind kind, Probe probe) => new(record.Pod, endpoint, instance, kind, probe, known.Ready);
        }
    }

    private Running Start(ProbeTarget target)
    {
        var stop = new CancellationTokenSource();

        var period = TimeSpan.FromSeconds(Math.Max(1, target.Probe.PeriodSeconds));
        var jitter = target.Instance.StartedAt < _began ? period * random.NextDouble() : TimeSpan.Zero;
        return new Running(stop, RunAsync(new ProbeLoop(target, runner, events, time), jitter, stop.Token));
    }

    private async Task RunAsync(ProbeLoop loop, TimeSpan jitter, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Yield();
            await loop.RunAsync(jitter, tell, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Not wanted any more.
        }
    }

    private sealed record Running(CancellationTokenSource Stop, Task Loop);
}
