using ActorKube.Engine.Membership.Probing;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Network;

/// <summary>
/// The network between the hosts of a world, and to the database: delays, losses, and links that are cut in one direction or both. What is cut is silent.
/// A message that is on its way arrives even if who sent it has died meanwhile.
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

    /// <summary>The opposite of <see cref="Partition"/>.</summary>
    public void Rejoin(IReadOnlyCollection<string> side, IReadOnlyCollection<string> other) =>
        _cut.RemoveWhere(link => (side.Contains(link.From) && other.Contains(link.To)) || (side.Contains(link.To) && other.Contains(link.From)));

    public void Heal() => _cut.Clear();

    internal IPeers From(string name, TimeProvider time) => new SimulatedPeers(this, name, time);

    /// <summary>A question and its answer. Never completes when either is lost, or nothing comes of it: who asks needs patience of limited length.</summary>
    internal Task<T> AskAsync<T>(string from, string to, Func<Task<T>> serve) => world.Scheduler.Start(async () =>
    {
        if (await TravelAsync(from, to))
        {
            var answer = await serve();
            if (await TravelAsync(to, from))
            {
                return answer;
            }
        }

        return await Never<T>();
    });

    /// <summary>The same to a host, whose process serves it. Tells how much of the host has shown itself.</summary>
    internal Task<T> AskPeerAsync<T>(string from, string to, Func<SimulatedPeer, Task<T?>> serve, Action<PeerContact> contact)
        where T : class => world.Scheduler.Start(async () =>
    {
        var peer = Peer(to);
        if (await TravelAsync(from, to) && !peer.Off)
        {
            // The kernel is heard of at once, the process perhaps never.
            var serving = peer.Process?.Start(() => serve(peer));
            if (!_cut.Contains((to, from)))
            {
                contact(serving is null ? PeerContact.Refuses : PeerContact.Stalls);
            }

            if (serving is not null && await serving is { } answer && await TravelAsync(to, from))
            {
                contact(PeerContact.Answers);
                return answer;
            }
        }

        return await Never<T>();
    });

    private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

    /// <summary>The way of one message. False if it is lost.</summary>
    private async Task<bool> TravelAsync(string from, string to)
    {
        await Task.Delay(Delay * world.Random.NextDouble(), world.Time);
        return !_cut.Contains((from, to)) && !(world.Random.NextDouble() < Loss);
    }
}
