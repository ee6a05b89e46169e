namespace ActorKube.Simulation.Time;

/// <summary>
/// Runs all tasks of a simulation on the thread that asks for it, one step at a time. Which of those that could go on does is drawn from a seed: so each seed is one interleaving, and
/// the same seed the same one again. Code that leaves the scheduler (<c>ConfigureAwait(false)</c>, the thread pool) would break that, so the engine has none of it.
/// </summary>
internal sealed class DeterministicScheduler(Random random) : TaskScheduler
{
    private readonly List<Task> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Steps taken so far.</summary>
    public long Steps { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Takes one step. False if nothing is ready.</summary>
    public bool Step()
    {
        if (_ready.Count == 0)
        {
            return false;
        }

        var index = random.Next(_ready.Count);
        var task = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        Steps++;
        TryExecuteTask(task);
        return true;
    }

    public Task Start(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("Something in the simulation runs on another thread.");
        }

        _ready.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _ready;
}
