using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;

namespace ActorKube.Simulation.Database;

/// <summary>
/// The journal as one life of a host knows it: the database, and the way there. An append whose outcome didn't arrive is sent again under its number, so it is committed once or never;
/// after some time the host gives up and says that it doesn't know.
/// </summary>
internal sealed class SimulatedJournal(SimulatedDatabase database, DatabaseLink link, MemberId self, TimeProvider time) : IJournal
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(50);

    private long _number;

    public long OldestRevision => 0;

    /// <summary>How long an append is tried.</summary>
    public static TimeSpan RetryFor { get; } = TimeSpan.FromSeconds(10);

    public async ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        var number = ++_number;
        var start = time.GetTimestamp();
        var unknown = false;
        while (true)
        {
            try
            {
                return await link.CallAsync(() => database.AppendAsync(self, number, append));
            }
            catch (JournalUnavailableException e)
            {
                unknown |= e.OutcomeUnknown;
                if (time.GetElapsedTime(start) > RetryFor)
                {
                    throw new JournalUnavailableException(e.Message, unknown, e);
                }
            }

            await Task.Delay(RetryDelay, time, CancellationToken.None);
        }
    }

    public ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default) => new(link.CallAsync(database.HeadAsync));

    public async IAsyncEnumerable<JournalEvent> ReadAsync(long afterRevision, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in await link.CallAsync(() => database.ReadAsync(afterRevision, TimeSpan.Zero)))
        {
            yield return item;
        }
    }

    public async Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        [.. (await link.CallAsync(() => database.ReadAsync(0, TimeSpan.Zero))).Where(e => e.Key == key)];

    public async Task<IAsyncDisposable> FollowAsync(long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default)
    {
        var events = await link.CallAsync(() => database.ReadAsync(afterRevision, TimeSpan.Zero));
        var feed = new SimulatedFeed(database, link, time, follower, afterRevision + events.Length);
        if (afterRevision == 0)
        {
            follower.OnSnapshot(events, 0, events.Length);
        }
        else
        {
            follower.OnEvents(events);
        }

        feed.Start();
        return feed;
    }

    public Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
