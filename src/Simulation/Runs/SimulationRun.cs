using ActorKube.Simulation.Checks;
using ActorKube.Simulation.Faults;
using ActorKube.Simulation.Load;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Runs;

/// <summary>
/// A simulation from its seed to its result: hosts start, clients write while faults come and go, everything is mended, and the cluster has to come to rest.
/// The invariants are looked at whenever something happens. Ends at the first violation: what comes after it proves nothing.
/// </summary>
public static class SimulationRun
{
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public static SimulationResult Execute(int seed, SimulationOptions options)
    {
        var world = new World(seed);
        using var history = new History(world.Time, options.Told);
        var cluster = new SimulatedCluster(world, history, options);
        var load = new ClientLoad(world, cluster.Hosts, cluster.Witness, history);
        try
        {
            world.Run(() => PlayAsync(cluster, load, options), Limit);
        }
        catch (TimeoutException)
        {
            history.Violated("it never ends");
        }

        return new SimulationResult(seed, history.Violations, history.Hash(), world.Steps, world.Time.Elapsed, load.Done);
    }

    private static async Task PlayAsync(SimulatedCluster cluster, ClientLoad load, SimulationOptions options)
    {
        var fences = new FenceCheck(cluster.History, cluster.Hosts);
        var convergence = new Convergence(cluster);
        var playing = PlayToTheEndAsync();
        while (!playing.IsCompleted && cluster.History.Violations.Count == 0)
        {
            fences.Look();
            await Task.WhenAny(playing, Task.Delay(Watch, cluster.World.Time));
        }

        if (playing.IsCompleted)
        {
            await playing;
        }

        async Task PlayToTheEndAsync()
        {
            await cluster.StartAsync();
            var faults = FaultInjector.RunAsync(cluster, FaultPlan.Draw(new Random(cluster.World.Random.Next()), [.. cluster.Hosts.Select(static h => h.Name)], options.FaultsFor));
            await load.RunAsync(options.FaultsFor);
            await faults;
            await convergence.AwaitAsync(options.ConvergeWithin);
            cluster.Witness.End();
        }
    }
}
