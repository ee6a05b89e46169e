namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>Delay and failure rate of one operation.</summary>
/// <param name="Delay">How long it takes.</param>
/// <param name="FailureRate">Share that fails: 0 to 1.</param>
/// <param name="Error">How it fails.</param>
public sealed record SimulatedFault(SimulatedDelay Delay, double FailureRate = 0, RuntimeError Error = RuntimeError.Failed);

/// <summary>Faults drawn from a seeded source: the same seed and the same order of operations give the same run.</summary>
public sealed class SimulatedFaults(IReadOnlyDictionary<SimulatedOperation, SimulatedFault> faults, Random random, TimeProvider time) : ISimulatedFaults
{
    private readonly Lock _lock = new();

    /// <summary>Every operation succeeds at once.</summary>
    public static ISimulatedFaults None { get; } = new NoFaults();

    public async ValueTask BeforeAsync(SimulatedOperation operation, string target, CancellationToken cancellationToken)
    {
        if (!faults.TryGetValue(operation, out var fault))
        {
            return;
        }

        var (delay, fails) = Draw(fault);
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, cancellationToken);
        }

        if (fails)
        {
            throw new RuntimeException(fault.Error, $"simulated failure of {operation} on {target}");
        }
    }

    private (TimeSpan Delay, bool Fails) Draw(SimulatedFault fault)
    {
        // Both are always drawn, so that changing a rate leaves the delays of a seed as they were.
        lock (_lock)
        {
            return (fault.Delay.Draw(random), random.NextDouble() < fault.FailureRate);
        }
    }

    private sealed class NoFaults : ISimulatedFaults
    {
        public ValueTask BeforeAsync(SimulatedOperation operation, string target, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
