namespace ActorKube.Engine.Views.Watching;

/// <summary>Those who wait for the view to reach a revision.</summary>
internal sealed class RevisionWaiters
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiters = new();

    /// <summary>Completes when <see cref="Reached"/> was called with the revision. Check first and after: the caller's race.</summary>
    public Task Add(long revision)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiters.Enqueue(waiter, revision);
        }

        return waiter.Task;
    }

    public void Reached(long revision)
    {
        lock (_gate)
        {
            while (_waiters.TryPeek(out var waiter, out var wanted) && wanted <= revision)
            {
                _waiters.Dequeue();
                waiter.TrySetResult();
            }
        }
    }
}
