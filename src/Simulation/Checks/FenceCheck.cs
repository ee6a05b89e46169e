using ActorKube.Simulation.Hosts;

namespace ActorKube.Simulation.Checks;

/// <summary>When the first host may start again what must not run twice, the dead one has known for some time that it is dead.</summary>
internal sealed class FenceCheck(History history, IReadOnlyList<SimulatedHost> hosts)
{
    private readonly HashSet<(string, string, long)> _told = [];

    public void Look()
    {
        foreach (var dead in hosts)
        {
            if (dead.Life?.Membership is not { } itself || !(itself.AliveFor > TimeSpan.Zero))
            {
                continue;
            }

            foreach (var other in hosts)
            {
                if (other.Life?.Membership is { } judge && judge.View.Find(itself.Self) is not null
                    && judge.DeadFor(dead.Name) >= other.SafeAfterDeath && _told.Add((dead.Name, other.Name, itself.Self.Incarnation)))
                {
                    history.Violated($"{itself.Self} takes itself for alive while {other.Name} replaces what must not run twice");
                }
            }
        }
    }
}
