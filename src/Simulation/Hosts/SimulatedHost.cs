using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership;

namespace ActorKube.Simulation.Hosts;

/// <summary>A host, life after life: a machine whose process is started again, as by systemd, whenever it has ended and isn't kept down.</summary>
internal sealed class SimulatedHost
{
    private static readonly TimeSpan RestartDelay = TimeSpan.FromSeconds(1);

    private readonly Surroundings _around;
    private bool _keptDown;

    public SimulatedHost(string name, Surroundings around)
    {
        _around = around;
        Options = around.Options.Membership(name);
        Machine = new SimulatedMachine(name, around.World, HostClock.Draw(around.World.Random, Options.DriftBound), around.History, around.RunOnce, around.Options.Watchdog);
    }

    public string Name => Machine.Name;

    public MembershipOptions Options { get; }

    /// <summary>After this time from a death on its actors start again what must not run twice.</summary>
    public TimeSpan SafeAfterDeath => _around.Options.SafeAfterDeath(Options);

    public SimulatedMachine Machine { get; }

    /// <summary>Null while there is no process.</summary>
    public HostLife? Life { get; private set; }

    /// <summary>The process runs, serves, and isn't stopped.</summary>
    public bool Serves => Life?.Commands is not null;

    /// <summary>Begins a life, and others after it.</summary>
    public void Start()
    {
        _keptDown = false;
        if (Life is null)
        {
            _around.History.Add($"{Name} starts");
            Life = new HostLife(new SimulatedProcess(_around.World, Machine.Clock), Machine, _around, Options);
            _ = _around.World.Scheduler.Start(() => SuperviseAsync(Life));
        }
    }

    public void Pause() => Life?.Process.Pause();

    public void Resume() => Life?.Process.Resume();

    /// <summary>Ends the process at once, as kill -9 does, and keeps it down until it is started.</summary>
    public void Crash()
    {
        _keptDown = true;
        End();
    }

    /// <summary>The same with the machine and all that runs on it.</summary>
    public void PowerOff()
    {
        Crash();
        _around.Network.Peer(Name).Off = true;
        Machine.PowerOff();
    }

    /// <summary>Says good-bye and ends the process.</summary>
    public async Task LeaveAsync()
    {
        _keptDown = true;
        if (Life is { Membership: { } membership } life)
        {
            var leaving = life.Process.Start(() => TryLeaveAsync(membership));
            await Task.WhenAny(leaving, Task.Delay(RestartDelay, _around.World.Time));
        }

        if (_keptDown)
        {
            End();
        }
    }

    private static async Task TryLeaveAsync(MembershipService membership)
    {
        try
        {
            await membership.LeaveAsync(CancellationToken.None);
        }
        catch (JournalUnavailableException)
        {
            // Then the others have to find out.
        }
    }

    private void End()
    {
        Life?.Process.Kill();
        Life = null;
        _around.Network.Peer(Name).Process = null;
    }

    private async Task SuperviseAsync(HostLife life)
    {
        try
        {
            await life.Process.Start(life.BeginAsync);
            _around.History.Add($"{Name} serves as {life.Membership!.Self}");
            await life.Membership.Ended;
            _around.History.Add($"{Name} learns that it is dead");
            Machine.Feed(TimeSpan.Zero);
        }
        catch (JournalUnavailableException)
        {
            _around.History.Add($"{Name} could not start");
        }

        if (Life == life)
        {
            End();
            await Task.Delay(RestartDelay, _around.World.Time);
            if (!_keptDown)
            {
                Start();
            }
        }
    }
}
