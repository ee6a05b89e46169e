using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Simulation.Tests.Planted;

/// <summary>A planted bug: tables in which (object, version) isn't unique, of all resources or of one. Whoever comes last wins, whatever its decision was based on.</summary>
internal sealed class WithoutUniqueness(IJournal store, string? resource = null) : IJournal
{
    public long OldestRevision => store.OldestRevision;

    public async ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var result = await store.AppendAsync(append, cancellationToken);
            if (result.Committed || (resource is not null && append.Key.Resource != resource))
            {
                return result;
            }

            append = append with { ExpectedVersion = result.Version };
        }
    }

    public ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default) => store.GetHeadRevisionAsync(cancellationToken);

    public IAsyncEnumerable<JournalEvent> ReadAsync(long afterRevision, CancellationToken cancellationToken = default) => store.ReadAsync(afterRevision, cancellationToken);

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default) => store.ReadHistoryAsync(key, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default) =>
        store.FollowAsync(afterRevision, follower, cancellationToken);

    public Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default) => store.CompactAsync(policy, cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
