using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Probing;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Network;

/// <summary>
/// The network between the hosts of a world, and to the database: delays, losses, and links that are cut in one direction or both. What is cut is silent.
/// </summary>
public sealed class SimulatedNetwork(World world)
{
    /// <summary>The name under which the database is a place in the network.</summary>
    public const string Database = "(database)";

    private readonly HashSet<(string From, string To)> _cut = [];
    private readonly Dictionary<string, SimulatedPeer> _peers = new(StringComparer.Ordinal);

    /// <summary>Longest way of a message, default 5 ms; each takes a random part of it.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>The part of messages that get lost; default none.</summary>
    public double Loss { get; set; }

    public SimulatedPeer Peer(string name) => _peers.TryGetValue(name, out var peer) ? peer : _peers[name] = new SimulatedPeer();

    /// <summary>Nothing gets from one to the other any more.</summary>
    public void Cut(string from, string to) => _cut.Add((from, to));

    /// <summary>Nothing gets from one side to the other, in both directions.</summary>
    public void Partition(IReadOnlyCollection<string> side, IReadOnlyCollection<string> other)
    {
        foreach (var a in side)
        {
            foreach (var b in other)
            {
                Cut(a, b);
                Cut(b, a);
            }
        }
    }

    public void Heal() => _cut.Clear();

    /// <summary>The way of one message. False if it is lost, which the sender isn't told.</summary>
    public async Task<bool> TravelAsync(string from, string to)
    {
        await Task.Delay(Delay * world.Random.NextDouble(), world.Time);
        return !_cut.Contains((from, to)) && !(world.Random.NextDouble() < Loss);
    }

    public IPeers From(string name) => new SimulatedPeers(this, world, name);
}

/// <summary>What of a host answers.</summary>
public sealed class SimulatedPeer
{
    /// <summary>Null: its process is gone.</summary>
    public MembershipProtocol? Protocol { get; set; }

    /// <summary>Its process doesn't get on, though its kernel does.</summary>
    public bool Stopped { get; set; }

    /// <summary>Nothing of it is there.</summary>
    public bool Off { get; set; }
}
