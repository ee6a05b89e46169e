using ActorKube.Simulation.Hosts;

namespace ActorKube.Simulation.Checks;

/// <summary>What runs on a machine asks for no more than its node has.</summary>
internal static class CapacityCheck
{
    /// <summary>Room for four of the pods that ask for any: with three nodes it is just enough for all of them, so nodes are full now and then.</summary>
    public const long MilliCpu = 1300;
    public const long Places = 12;

    public static void Look(History history, string machine, IReadOnlyCollection<SimulatedContainer> running)
    {
        var asked = running.Sum(static c => c.Pod.Spec.Containers!.Sum(static x => x.Resources.Requests?.GetValueOrDefault("cpu").MilliValue() ?? 0));
        if (running.Count > Places || asked > MilliCpu)
        {
            history.Violated($"{machine} has {Places} places and {MilliCpu}m, and runs {running.Count} pods that ask for {asked}m");
        }
    }
}
