namespace ActorKube.Benchmarks.Workloads;

/// <summary>Counts pods after each change that a watcher sees, and notes every change after which they are more or fewer than may be. Not thread-safe.</summary>
/// <param name="most">Pods that may be active at a time.</param>
internal sealed class PodCounts(int most)
{
    private readonly Dictionary<string, SeenPod> _pods = new(StringComparer.Ordinal);
    private readonly List<string> _violations = [];

    public int Active { get; private set; }

    public int Ready { get; private set; }

    /// <summary>Pods that must be ready at a time.</summary>
    public int Fewest { get; set; }

    public IReadOnlyList<string> Violations => _violations;

    public void See(SeenPod pod)
    {
        Count(_pods.GetValueOrDefault(pod.Uid), -1);
        Count(pod, 1);
        _pods[pod.Uid] = pod;
        if (Active > most || Ready < Fewest)
        {
            _violations.Add($"after {pod.Name}: {Active} active of {most}, {Ready} ready of {Fewest}");
        }
    }

    private void Count(SeenPod? pod, int by)
    {
        if (pod is { IsActive: true })
        {
            Active += by;
            Ready += pod.IsReady ? by : 0;
        }
    }
}
