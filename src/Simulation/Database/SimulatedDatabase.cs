using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Database;

/// <summary>
/// The database that all hosts of a world share: its tables, and what may go wrong with them. A batch that is sent again under its number is committed once.
/// </summary>
/// <param name="store">Its tables of objects: a journal of one process.</param>
/// <param name="members">Its table of members.</param>
public sealed class SimulatedDatabase(World world, IJournal store, IMembershipTable members) : IJournalFollower
{
    private readonly Dictionary<(MemberId Writer, long Number), Task<AppendResult>> _commits = [];
    private readonly List<JournalEvent> _events = [];
    private TaskCompletionSource _news = new();

    public DatabaseFaults Faults { get; } = new();

    public IMembershipTable Members { get; } = members;

    /// <summary>Everything that was ever committed; the event of revision n is at n - 1.</summary>
    public IReadOnlyList<JournalEvent> Events => _events;

    /// <summary>Opens it for business.</summary>
    public Task StartAsync() => store.FollowAsync(0, this);

    public void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision) => _events.AddRange(events);

    public void OnEvents(ReadOnlySpan<JournalEvent> events)
    {
        _events.AddRange(events);
        var news = _news;
        _news = new TaskCompletionSource();
        news.SetResult();
    }

    public void OnCompacted(long oldestRevision)
    {
        // The simulation keeps its whole history.
    }

    /// <summary>Commits an append, or answers what became of it when it came before.</summary>
    internal async Task<AppendResult> AppendAsync(MemberId writer, long number, JournalAppend append)
    {
        await Task.Delay(Faults.Slowness * world.Random.NextDouble(), world.Time);
        await UpAsync();
        if (!_commits.TryGetValue((writer, number), out var commit))
        {
            if (Faults.Fences && (await Members.ReadAsync()).View.Find(writer) is not { Status: not MemberStatus.Dead })
            {
                throw new JournalUnavailableException("This host was declared dead: it writes no more.", outcomeUnknown: false);
            }

            if (Fails())
            {
                throw new JournalUnavailableException("The commit has failed.", outcomeUnknown: false);
            }

            _commits[(writer, number)] = commit = store.AppendAsync(append).AsTask();
        }

        return Fails() ? await new TaskCompletionSource<AppendResult>().Task : await commit;
    }

    /// <summary>The events above a revision: waits some time for the first of them.</summary>
    internal async Task<JournalEvent[]> ReadAsync(long afterRevision, TimeSpan wait)
    {
        await UpAsync();
        if (_events.Count <= afterRevision)
        {
            await Task.WhenAny(_news.Task, Task.Delay(wait, world.Time));
        }

        return [.. _events.Skip((int)afterRevision)];
    }

    internal async Task<long> HeadAsync()
    {
        await UpAsync();
        return _events.Count;
    }

    /// <summary>What it is asked while it is down is lost.</summary>
    internal Task UpAsync() => Faults.Down ? new TaskCompletionSource().Task : Task.CompletedTask;

    private bool Fails() => Faults.Failures > 0 && world.Random.NextDouble() < Faults.Failures / 2;
}
