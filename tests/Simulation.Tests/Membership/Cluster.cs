using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.InMemory;
using ActorKube.Simulation.Hosts;
using ActorKube.Simulation.Network;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Tests.Membership;

/// <summary>Some members in a world, for tests that tell what befalls them.</summary>
internal sealed class Cluster
{
    private Cluster(World world, int size)
    {
        World = world;
        Network = new SimulatedNetwork(world);
        Database = new InMemoryMembershipTable(world.Time);
        Members = [.. Enumerable.Range(0, size).Select(i => new SimulatedMember(world, Network, Database, Options, ((char)('a' + i)).ToString()))];
    }

    public static MembershipOptions Options { get; } = new();

    public World World { get; }

    public SimulatedNetwork Network { get; }

    public InMemoryMembershipTable Database { get; }

    public SimulatedMember[] Members { get; }

    public SimulatedMember this[string name] => Members.Single(m => m.Name == name);

    /// <summary>Runs a history with members that all vote.</summary>
    public static void Run(int seed, int size, Func<Cluster, Task> history)
    {
        var world = new World(seed);
        var cluster = new Cluster(world, size);
        world.Run(
            async () =>
            {
                foreach (var member in cluster.Members)
                {
                    await member.StartAsync();
                }

                await cluster.UntilAsync(c => c.Members.All(m => m.Service!.View.Active.Count(static x => x.Votes) == size), TimeSpan.FromSeconds(10));
                await history(cluster);
                foreach (var member in cluster.Members)
                {
                    member.Kill();
                }
            },
            TimeSpan.FromHours(1));
    }

    /// <summary>What the table says.</summary>
    public async Task<MemberStatus> StatusAsync(string name) => (await Database.ReadAsync()).View.Find(name)!.Status;

    public Task PassAsync(TimeSpan time) => Task.Delay(time, World.Time);

    /// <summary>Waits until it is so, and returns how long that took.</summary>
    public async Task<TimeSpan> UntilAsync(Func<Cluster, bool> isSo, TimeSpan limit)
    {
        var start = World.Time.Elapsed;
        while (!isSo(this))
        {
            Assert.True(World.Time.Elapsed - start < limit, $"Seed {World.Seed}: not so after {limit}.");
            await PassAsync(TimeSpan.FromMilliseconds(10));
        }

        return World.Time.Elapsed - start;
    }

    /// <summary>Waits until the other members know of a death.</summary>
    public Task<TimeSpan> UntilDeadAsync(string name, TimeSpan limit) =>
        UntilAsync(c => c.Members.Where(m => m.Name != name && m.Service is not null).All(m => m.Service!.View.Find(name)!.Status == MemberStatus.Dead), limit);
}
