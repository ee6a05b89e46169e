using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Membership.InMemory;
using ActorKube.Simulation.Checks;
using ActorKube.Simulation.Database;
using ActorKube.Simulation.Hosts;
using ActorKube.Simulation.Network;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Runs;

/// <summary>A database, some hosts, and the network between them.</summary>
internal sealed class SimulatedCluster
{
    private readonly SortedDictionary<string, SimulatedHost> _hosts = new(StringComparer.Ordinal);
    private readonly Func<Task> _witness;

    public SimulatedCluster(World world, History history, SimulationOptions options)
    {
        (World, History) = (world, history);
        Network = new SimulatedNetwork(world);
        var tables = new InMemoryJournal(world.Time);
        Database = new SimulatedDatabase(world, options.Store(tables), new InMemoryMembershipTable(world.Time));
        Database.Faults.Fences = world.Random.Next(2) == 0;
        Witness = new JournalWitness(history, [new JournalCheck(history), new RegisterCheck(history), new PlacementCheck(history)]);
        _witness = () => tables.FollowAsync(0, Witness);
        var around = new Surroundings(world, Network, Database, history, Witness, new RunOnceCheck(history), options);
        foreach (var name in Enumerable.Range(0, options.Hosts).Select(static i => ((char)('a' + i)).ToString()))
        {
            _hosts.Add(name, new SimulatedHost(name, around));
        }

        Hosts = [.. _hosts.Values];
    }

    public World World { get; }

    public History History { get; }

    public SimulatedNetwork Network { get; }

    public SimulatedDatabase Database { get; }

    public JournalWitness Witness { get; }

    public IReadOnlyList<SimulatedHost> Hosts { get; }

    public SimulatedHost this[string name] => _hosts[name];

    /// <summary>Starts everything; completes when all hosts serve.</summary>
    public async Task StartAsync()
    {
        await _witness();
        await Database.StartAsync();
        foreach (var host in Hosts)
        {
            host.Start();
        }

        while (!Hosts.All(static h => h.Serves))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), World.Time);
        }
    }
}
