using ActorKube.Api.Core;
using ActorKube.Engine.Objects;
using ActorKube.Simulation.Checks;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Hosts;

/// <summary>
/// What of a host outlives its process: the containers, and the watchdog that stops those that must not run twice when the process no longer says that the host is alive, whether it was told
/// otherwise, was stopped, or is gone.
/// </summary>
internal sealed class SimulatedMachine
{
    private readonly SortedDictionary<string, SimulatedContainer> _containers = new(StringComparer.Ordinal);
    private readonly History _history;
    private readonly RunOnceCheck _runOnce;
    private readonly ITimer _watchdog;
    private readonly bool _hasWatchdog;

    public SimulatedMachine(string name, World world, HostClock clock, History history, RunOnceCheck runOnce, bool hasWatchdog)
    {
        (Name, Clock, _history, _runOnce, _hasWatchdog) = (name, clock, history, runOnce, hasWatchdog);
        _watchdog = clock.Behind(world, world.Scheduler).CreateTimer(_ => Bark(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Name { get; }

    public HostClock Clock { get; }

    /// <summary>Those that run, by the uid of their pods.</summary>
    public IReadOnlyDictionary<string, SimulatedContainer> Containers => _containers;

    public void Start(SimulatedContainer container)
    {
        _containers.Add(container.Uid, container);
        _history.Add($"{Name} runs {container.Key.Name}");
        CapacityCheck.Look(_history, Name, _containers.Values);
        if (container.RunOnce)
        {
            _runOnce.Started(container.Key.Name, Name);
        }
    }

    public void Stop(SimulatedContainer container)
    {
        if (_containers.Remove(container.Uid))
        {
            _history.Add($"{Name} stops {container.Key.Name}");
            if (container.RunOnce)
            {
                _runOnce.Stopped(container.Key.Name, Name);
            }
        }
    }

    /// <summary>The process says for how long the host may take itself for alive.</summary>
    public void Feed(TimeSpan aliveFor)
    {
        if (aliveFor <= TimeSpan.Zero)
        {
            StopRunOnce();
        }
        else
        {
            _watchdog.Change(aliveFor < TimeSpan.FromDays(1) ? aliveFor : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void PowerOff()
    {
        foreach (var container in _containers.Values.ToList())
        {
            Stop(container);
        }
    }

    private void Bark()
    {
        if (_hasWatchdog)
        {
            StopRunOnce();
        }
    }

    private void StopRunOnce()
    {
        foreach (var container in _containers.Values.Where(static c => c.RunOnce).ToList())
        {
            Stop(container);
        }
    }
}

/// <summary>A pod's container on a machine.</summary>
internal sealed record SimulatedContainer(string Uid, ObjectKey Key, Pod Pod, bool RunOnce);
