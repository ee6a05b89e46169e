namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;

/// <summary>Bounds how much the engine is asked to do at the same time, and knows when it has nothing to do.</summary>
internal sealed class StartGate(int parallel, TimeProvider time) : IDisposable
{
    // However busy the engine is, background work goes on after this time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _slots = new(parallel, parallel);
    private int _active;
    private long _lastEnd = time.GetTimestamp() - TimeSpan.TicksPerDay;

    public async Task<T> RunAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _active);
        try
        {
            await _slots.WaitAsync(cancellationToken);
            try
            {
                return await operation();
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            Volatile.Write(ref _lastEnd, time.GetTimestamp());
            Interlocked.Decrement(ref _active);
        }
    }

    public Task RunAsync(Func<Task> operation, CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            await operation();
            return true;
        },
        cancellationToken);

    /// <summary>Returns when nothing has run for the given time, or patience is over.</summary>
    public async Task WaitForQuietAsync(TimeSpan quiet, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        while (time.GetElapsedTime(begin) < Patience && (Volatile.Read(ref _active) > 0 || time.GetElapsedTime(Volatile.Read(ref _lastEnd)) < quiet))
        {
            await Task.Delay(quiet, time, cancellationToken);
        }
    }

    public void Dispose() => _slots.Dispose();
}
