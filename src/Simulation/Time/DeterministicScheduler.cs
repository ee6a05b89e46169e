namespace ActorKube.Simulation.Time;

/// <summary>
/// Runs all tasks of a simulation on the thread that asks for it, one step at a time. Which of those that could go on does is drawn from a seed: so each seed is one interleaving, and
/// the same seed the same one again. Code that leaves the scheduler (<c>ConfigureAwait(false)</c>, the thread pool) would break that, so the engine has none of it.
/// The tasks of hosts come in through a <see cref="HostGate"/> each; its own are those of the world outside of them: network, database, clients.
/// </summary>
internal sealed class DeterministicScheduler(Random random) : SteppedScheduler
{
    private readonly List<(SteppedScheduler Owner, Task Task)> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Steps taken so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes one step. False if nothing is ready.</summary>
    public bool Step()
    {
        while (_ready.Count > 0)
        {
            var index = random.Next(_ready.Count);
            var (owner, task) = _ready[index];
            _ready[index] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
            if (owner.Step(task))
            {
                Steps++;
                return true;
            }
        }

        return false;
    }

    public void Enqueue(SteppedScheduler owner, Task task)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("Something in the simulation runs on another thread.");
        }

        _ready.Add((owner, task));
    }

    protected override void QueueTask(Task task) => Enqueue(this, task);
}
