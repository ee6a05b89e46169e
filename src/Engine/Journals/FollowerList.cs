namespace ActorKube.Engine.Journals;

/// <summary>The followers of a journal that lives in this process. Called by whoever has the right to commit, one call at a time.</summary>
internal sealed class FollowerList : IJournalFollower
{
    private readonly Lock _gate = new();
    private IJournalFollower[] _followers = [];

    public IAsyncDisposable Add(IJournalFollower follower)
    {
        lock (_gate)
        {
            _followers = [.. _followers, follower];
        }

        return new Subscription(this, follower);
    }

    public void Publish(ReadOnlySpan<JournalEvent> events)
    {
        foreach (var follower in _followers)
        {
            follower.OnEvents(events);
        }
    }

    public void PublishCompacted(long oldestRevision)
    {
        foreach (var follower in _followers)
        {
            follower.OnCompacted(oldestRevision);
        }
    }

    /// <summary>Everybody starts over.</summary>
    public void PublishSnapshot(IReadOnlyCollection<JournalEvent> events, long oldestRevision, long headRevision)
    {
        foreach (var follower in _followers)
        {
            follower.OnSnapshot(events, oldestRevision, headRevision);
        }
    }

    void IJournalFollower.OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision) =>
        PublishSnapshot(events.ToList(), oldestRevision, headRevision);

    void IJournalFollower.OnEvents(ReadOnlySpan<JournalEvent> events) => Publish(events);

    void IJournalFollower.OnCompacted(long oldestRevision) => PublishCompacted(oldestRevision);

    private void Remove(IJournalFollower follower)
    {
        lock (_gate)
        {
            _followers = _followers.Where(f => f != follower).ToArray();
        }
    }

    private sealed class Subscription(FollowerList list, IJournalFollower follower) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            list.Remove(follower);
            return ValueTask.CompletedTask;
        }
    }
}
