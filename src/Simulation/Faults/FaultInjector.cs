using ActorKube.Simulation.Runs;

namespace ActorKube.Simulation.Faults;

/// <summary>Carries out a plan, and in the end mends everything.</summary>
internal static class FaultInjector
{
    public static async Task RunAsync(SimulatedCluster cluster, IReadOnlyList<Fault> plan)
    {
        await Task.WhenAll(plan.Select(f => InjectAsync(cluster, f)));
        cluster.Network.Heal();
        foreach (var host in cluster.Hosts)
        {
            host.Resume();
            host.Start();
        }

        cluster.History.Add("faults are over");
    }

    private static async Task InjectAsync(SimulatedCluster cluster, Fault fault)
    {
        await Task.Delay(fault.At, cluster.World.Time);
        cluster.History.Add($"fault: {fault}");
        fault.Begin(cluster);
        await Task.Delay(fault.For, cluster.World.Time);
        cluster.History.Add($"mended: {fault.Name}");
        fault.End(cluster);
    }
}
