namespace ActorKube.Simulation.Time;

/// <summary>
/// The way of one process's tasks into the world. Closed, as by SIGSTOP, none of them takes a step until it is opened again; gone, as by SIGKILL, none ever does:
/// nothing is cleaned up and nothing is said.
/// </summary>
internal sealed class HostGate(DeterministicScheduler world) : SteppedScheduler
{
    private readonly List<Task> _held = [];
    private bool _closed;

    public bool IsGone { get; private set; }

    public void Close() => _closed = true;

    public void Open()
    {
        _closed = false;
        foreach (var task in _held)
        {
            world.Enqueue(this, task);
        }

        _held.Clear();
    }

    public void Abandon()
    {
        IsGone = true;
        _held.Clear();
    }

    public override bool Step(Task task)
    {
        if (!IsGone && !_closed)
        {
            return base.Step(task);
        }

        QueueTask(task);
        return false;
    }

    protected override void QueueTask(Task task)
    {
        if (IsGone)
        {
            return;
        }

        if (_closed)
        {
            _held.Add(task);
        }
        else
        {
            world.Enqueue(this, task);
        }
    }
}
