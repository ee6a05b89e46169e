using ActorKube.Api.Core;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Probes;

namespace ActorKube.NodeAgent.Handlers;

/// <summary>Which probe of which instance is meant.</summary>
internal sealed record ProbeTarget(Pod Pod, PodEndpoint Endpoint, ContainerInstance Instance, ProbeKind Kind, Probe Probe, bool InitiallyReady);

/// <summary>Repeats one probe of one instance until it is cancelled, or has decided what it decides once. It tells of changes only.</summary>
internal sealed class ProbeLoop(ProbeTarget target, ProbeRunner runner, PodEvents events, TimeProvider time)
{
    // The kubelet probes for readiness also with each of its looks at a pod that isn't ready, and takes about one a second after a start. A server that needs a moment to listen is thereby
    // ready after a second or two and not after a period.
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(1);
    private readonly ProbeCounter _counter = new(target.Probe.SuccessThreshold, target.Probe.FailureThreshold, target.Kind switch
    {
        ProbeKind.Startup => null,
        ProbeKind.Liveness => true,
        _ => target.InitiallyReady,
    });

    /// <param name="jitter">Wait before the first probe, besides the probe's own initial delay.</param>
    public async Task RunAsync(TimeSpan jitter, Action<PodMessage> tell, CancellationToken cancellationToken)
    {
        var probe = target.Probe;
        var started = target.Instance.StartedAt ?? time.GetUtcNow();
        var first = started.AddSeconds(probe.InitialDelaySeconds) - time.GetUtcNow();
        await WaitAsync(first > jitter ? first : jitter, cancellationToken);
        var period = TimeSpan.FromSeconds(Math.Max(1, probe.PeriodSeconds));
        while (true)
        {
            var began = time.GetTimestamp();
            var outcome = await runner.RunAsync(probe, target.Endpoint, target.Instance.Id, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (!outcome.Healthy)
            {
                events.Warning(target.Pod, target.Endpoint.Container.Name, "Unhealthy", $"{target.Kind} probe failed: {outcome.Output}");
            }

            if (_counter.Observe(outcome.Healthy) && Verdict(outcome.Healthy) is { } verdict)
            {
                tell(new PodMessage.Probed(target.Endpoint.Container.Name, target.Instance.Id, verdict));
                if (verdict is not ProbeVerdict.Ready)
                {
                    return;
                }
            }

            var isSoonAgain = target.Kind == ProbeKind.Readiness && !outcome.Healthy && time.GetUtcNow() - started < Young;
            await WaitAsync((isSoonAgain ? SoonAgain : period) - time.GetElapsedTime(began), cancellationToken);
        }
    }

    private ProbeVerdict? Verdict(bool healthy) => (target.Kind, healthy) switch
    {
        (ProbeKind.Readiness, _) => new ProbeVerdict.Ready(healthy),
        (ProbeKind.Startup, true) => new ProbeVerdict.Started(),
        (ProbeKind.Liveness, true) => null,
        (ProbeKind.Startup, false) => Doom("startup"),
        _ => Doom("liveness"),
    };

    private ProbeVerdict.Doomed Doom(string what)
    {
        var (pod, name) = (target.Pod, target.Endpoint.Container.Name);
        var who = PodSpecs.IsInit(pod, name) ? "Init container" : "Container";
        return new ProbeVerdict.Doomed(new Doom($"{who} {name} failed {what} probe", target.Probe.TerminationGracePeriodSeconds));
    }

    private async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, cancellationToken);
        }
    }
}
