using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Simulation.Tests.Planted;

/// <summary>A planted bug: a host's feed that leaves out one event of a hundred.</summary>
internal sealed class SkippingJournal(IJournal journal) : IJournal
{
    public long OldestRevision => journal.OldestRevision;

    public ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default) => journal.AppendAsync(append, cancellationToken);

    public ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default) => journal.GetHeadRevisionAsync(cancellationToken);

    public IAsyncEnumerable<JournalEvent> ReadAsync(long afterRevision, CancellationToken cancellationToken = default) => journal.ReadAsync(afterRevision, cancellationToken);

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default) => journal.ReadHistoryAsync(key, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default) =>
        journal.FollowAsync(afterRevision, new Skipping(follower), cancellationToken);

    public Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default) => journal.CompactAsync(policy, cancellationToken);

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    private sealed class Skipping(IJournalFollower follower) : IJournalFollower
    {
        private const int Every = 100;

        private int _count;

        public void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision) => follower.OnSnapshot(events, oldestRevision, headRevision);

        public void OnEvents(ReadOnlySpan<JournalEvent> events)
        {
            var left = new List<JournalEvent>();
            foreach (var item in events)
            {
                if (++_count % Every != 0)
                {
                    left.Add(item);
                }
            }

            follower.OnEvents(left.ToArray());
        }

        public void OnCompacted(long oldestRevision) => follower.OnCompacted(oldestRevision);
    }
}
