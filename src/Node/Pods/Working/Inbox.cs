namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// Messages for one receiver, which takes all that wait in a turn: one turn at a time, on a thread of the pool. Between turns there is neither a task nor a buffer: receivers are many, and idle
/// most of the time. Thread-safe.
/// </summary>
/// <param name="turn">Takes messages in their order; what it throws ends the process.</param>
internal sealed class Inbox<T>(Action<IReadOnlyList<T>> turn) : IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private List<T>? _waiting;
    private bool _isOpen;
    private bool _isBusy;
    private bool _hasBegun;
    private TaskCompletionSource? _idle;

    /// <summary>Messages wait until <see cref="Open"/>; they are lost after <see cref="CloseAsync"/>.</summary>
    public void Post(T message)
    {
        lock (_gate)
        {
            (_waiting ??= []).Add(message);
            if (!_isOpen || _isBusy)
            {
                return;
            }

            _isBusy = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Begins, with a turn even if nothing waits. Called once.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _isOpen = _isBusy = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Lets no other turn begin. The result completes when the last has ended: a turn may call this, but must not wait for it.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _isOpen = false;
            return _isBusy ? (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (Next() is { } messages)
        {
            turn(messages);
        }
    }

    private List<T>? Next()
    {
        lock (_gate)
        {
            var messages = _waiting;
            if (_isOpen && (messages is not null || !_hasBegun))
            {
                (_waiting, _hasBegun) = (null, true);
                return messages ?? [];
            }

            _isBusy = false;
            _idle?.TrySetResult();
            return null;
        }
    }
}
