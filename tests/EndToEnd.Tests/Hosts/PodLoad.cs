namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Pods that ask other pods, by their addresses and by the names of their services, each request by a connection of its own.</summary>
internal sealed class PodLoad : IAsyncDisposable
{
    private readonly List<RequestLoad> _loads = [];

    private PodLoad()
    {
    }

    public IReadOnlyCollection<FailedRequest> Failures => [.. _loads.SelectMany(static l => l.Failures)];

    /// <summary>Of the door that had the fewest.</summary>
    public int FewestAnswers => _loads.SelectMany(static l => l.Answers.Values).Min();

    /// <summary>Each asks each other. Begins when everyone has had an answer of everyone.</summary>
    public static async Task<PodLoad> StartAsync(TimeSpan limit, params IReadOnlyList<IReadOnlyList<NetworkPod>> groups)
    {
        var load = new PodLoad();
        try
        {
            foreach (var (group, client) in groups.SelectMany(static g => g.Select(c => (g, c))))
            {
                load._loads.Add(await RequestLoad.StartAsync([.. group.Where(s => s != client).SelectMany(static s => new[] { s.Door, s.NamedDoor })], limit, client));
            }

            return load;
        }
        catch
        {
            await load.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var load in _loads)
        {
            await load.DisposeAsync();
        }
    }
}
