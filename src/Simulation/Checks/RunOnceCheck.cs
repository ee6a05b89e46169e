namespace ActorKube.Simulation.Checks;

/// <summary>Of what must not run twice at most one copy runs, on whatever machine.</summary>
internal sealed class RunOnceCheck(History history)
{
    private readonly SortedDictionary<string, string> _running = new(StringComparer.Ordinal);

    public void Started(string identity, string machine)
    {
        if (!_running.TryAdd(identity, machine))
        {
            history.Violated($"{identity} was started on {machine} while it ran on {_running[identity]}");
            _running[identity] = machine;
        }
    }

    public void Stopped(string identity, string machine)
    {
        if (_running.GetValueOrDefault(identity) == machine)
        {
            _running.Remove(identity);
        }
    }
}
