using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Tests.Support;

/// <summary>A journal as a host sees it whose appends are held up, or never come to be: the host is slow, or goes down before them.</summary>
internal sealed class GatedJournal(IJournal journal) : IJournal
{
    /// <summary>Awaited before each append.</summary>
    public Func<JournalAppend, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public long OldestRevision => journal.OldestRevision;

    public async ValueTask<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        await Before(append);
        return await journal.AppendAsync(append, cancellationToken);
    }

    public ValueTask<long> GetHeadRevisionAsync(CancellationToken cancellationToken = default) => journal.GetHeadRevisionAsync(cancellationToken);

    public IAsyncEnumerable<JournalEvent> ReadAsync(long afterRevision, CancellationToken cancellationToken = default) => journal.ReadAsync(afterRevision, cancellationToken);

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken = default) => journal.ReadHistoryAsync(key, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(long afterRevision, IJournalFollower follower, CancellationToken cancellationToken = default) => journal.FollowAsync(afterRevision, follower, cancellationToken);

    public Task<int> CompactAsync(RetentionPolicy policy, CancellationToken cancellationToken = default) => journal.CompactAsync(policy, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
