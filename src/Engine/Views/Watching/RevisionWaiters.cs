namespace ActorKube.Engine.Views.Watching;

/// <summary>Those who wait for the view to reach a revision, in the order in which they can go on.</summary>
internal sealed class RevisionWaiters
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(long Revision, long Id), TaskCompletionSource> _waiters = [];
    private long _lastId;

    /// <summary>Waits until <see cref="Reached"/> is called with the revision, or until the caller gives up.</summary>
    /// <param name="revision">What to wait for.</param>
    /// <param name="current">Asked once the waiter is in its place, so that a revision reached meanwhile is not missed.</param>
    /// <param name="cancellationToken">Ends the waiting, of which nothing is left then.</param>
    public async ValueTask WaitAsync(long revision, Func<long> current, CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (long, long) place;
        lock (_gate)
        {
            place = (revision, ++_lastId);
            _waiters.Add(place, waiter);
        }

        try
        {
            Reached(current());
            await using var registration = cancellationToken.UnsafeRegister(
                static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), waiter);
            await waiter.Task;
        }
        finally
        {
            lock (_gate)
            {
                _waiters.Remove(place);
            }
        }
    }

    public void Reached(long revision)
    {
        lock (_gate)
        {
            while (_waiters.Count > 0 && _waiters.First() is var (place, waiter) && place.Revision <= revision)
            {
                _waiters.Remove(place);
                waiter.TrySetResult();
            }
        }
    }
}
