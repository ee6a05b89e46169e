using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Actors.Regions;

/// <summary>
/// The shell of every actor: who may have the object to itself now, and who is next. The mailbox holds callers that wait for their turn to run a
/// command, and at most one wake-up; it is served in order. An actor with an empty mailbox retires and is forgotten: it has no
/// state that the view does not have. Thread-safe.
/// </summary>
internal sealed class ObjectActor(ObjectKey key, Action<ObjectActor> schedule, Action<ObjectActor> retire)
{
    private readonly Lock _gate = new();

    // A null is the wake-up.
    private Queue<TaskCompletionSource?>? _mailbox;
    private bool _occupied;
    private bool _woken;
    private bool _retired;

    public ObjectKey Key { get; } = key;

    /// <summary>
    /// Asks for the turn of a command. The task completes with it (null: it is the caller's at once); whoever gets it must <see cref="Leave"/>.
    /// False if the actor has retired: address its successor.
    /// </summary>
    public bool TryEnter(CancellationToken cancellationToken, out Task? turn)
    {
        turn = null;
        lock (_gate)
        {
            if (_retired)
            {
                return false;
            }

            if (!_occupied)
            {
                _occupied = true;
                return true;
            }

            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_mailbox ??= new()).Enqueue(waiting);
            turn = WaitAsync(waiting, cancellationToken);
            return true;
        }
    }

    /// <summary>Notes a wake-up. False if the actor has retired.</summary>
    public bool TryWake()
    {
        lock (_gate)
        {
            if (_retired || _woken)
            {
                return !_retired;
            }

            _woken = true;
            if (_occupied)
            {
                (_mailbox ??= new()).Enqueue(null);
                return true;
            }

            _occupied = true;
        }

        schedule(this);
        return true;
    }

    /// <summary>The turn of the wake-up begins: what happens from now on is a reason for another.</summary>
    public void BeginReconcile()
    {
        lock (_gate)
        {
            _woken = false;
        }
    }

    /// <summary>Ends a turn and begins the next.</summary>
    public void Leave()
    {
        while (true)
        {
            TaskCompletionSource? next = null;
            lock (_gate)
            {
                _retired = _mailbox is null || !_mailbox.TryDequeue(out next);
            }

            if (_retired)
            {
                retire(this);
                return;
            }

            if (next is null)
            {
                schedule(this);
                return;
            }

            // False for a caller that has given up.
            if (next.TrySetResult())
            {
                return;
            }
        }
    }

    private static async Task WaitAsync(TaskCompletionSource waiting, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), waiting);
        await waiting.Task;
    }
}
