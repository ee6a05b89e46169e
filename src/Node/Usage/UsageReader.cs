using ActorKube.Api.Metrics;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Usage;

/// <summary>
/// Measures what the node and its pods use, when somebody asks: nobody, no cost. Who asks again and again gets the average since the last time; who asks for the first time in a while waits a
/// second, over which is then measured. Thread-safe.
/// </summary>
internal sealed class UsageReader(string node, Func<IEnumerable<PodRecord>> pods, IContainerRuntime runtime, TimeProvider time) : IDisposable
{
    /// <summary>A reading is given again for so long, however many ask.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    /// <summary>Over which is measured where nothing is known of before.</summary>
    private static readonly TimeSpan ShortWindow = TimeSpan.FromSeconds(1);

    /// <summary>Containers of which is asked at one time: an engine that has to be asked over its socket takes up to a second for each.</summary>
    private const int Parallel = 64;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private UsageSample? _sample;
    private NodeReading? _reading;

    /// <exception cref="RuntimeException">The engine doesn't answer.</exception>
    public async Task<NodeReading> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_reading is { } reading && time.GetUtcNow() - reading.Time < Freshness)
            {
                return reading;
            }

            var sample = await TakeAsync(cancellationToken);
            if (!UsageRates.IsComplete(_sample, sample))
            {
                _sample = sample;
                await Task.Delay(ShortWindow, time, cancellationToken);
                sample = await TakeAsync(cancellationToken);
            }

            _reading = UsageRates.Between(node, _sample, sample);
            _sample = sample;
            return _reading;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<UsageSample> TakeAsync(CancellationToken cancellationToken)
    {
        var containers = new Dictionary<string, ContainerSample>(StringComparer.Ordinal);
        foreach (var some in pods().SelectMany(Running).Chunk(Parallel))
        {
            foreach (var (id, sample) in await Task.WhenAll(some.Select(c => TakeAsync(c.Pod, c.Name, c.Instance, cancellationToken))))
            {
                if (sample is not null)
                {
                    containers[id] = sample;
                }
            }
        }

        return new UsageSample(time.GetUtcNow(), await runtime.GetMachineUsageAsync(cancellationToken), containers);
    }

    private static IEnumerable<(PodIdentity Pod, string Name, ContainerInstance Instance)> Running(PodRecord record)
    {
        var pod = new PodIdentity(record.Pod.Metadata.Namespace ?? "", record.Pod.Metadata.Name ?? "", record.Uid);
        return record.Containers.Where(static c => c.Value.Current is { IsRunning: true }).Select(c => (pod, c.Key, c.Value.Current!));
    }

    private async Task<(string Id, ContainerSample? Sample)> TakeAsync(PodIdentity pod, string name, ContainerInstance instance, CancellationToken cancellationToken)
    {
        try
        {
            var usage = await runtime.GetUsageAsync(instance.Id, cancellationToken);
            return (instance.Id, usage is null ? null : new ContainerSample(pod, name, instance.StartedAt, usage));
        }
        catch (RuntimeException e) when (e.Error == RuntimeError.NotFound)
        {
            // It has just ended.
            return (instance.Id, null);
        }
    }
}
