using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Actors.Regions;

/// <summary>
/// The shell of every actor: who may have the object to itself now, and who is next. The mailbox holds callers that wait for their turn, in order: those with a command, and the worker that came to
/// reconcile. A wake-up is none of them until a worker takes it on, so that who holds a worker and waits for this actor never waits for another worker. An actor with nothing to do retires and is
/// forgotten: it has no state that the view does not have. Thread-safe.
/// </summary>
internal sealed class ObjectActor(ObjectKey key, Action<ObjectActor> schedule, Action<ObjectActor> retire)
{
    private readonly Lock _gate = new();

    private Queue<TaskCompletionSource>? _mailbox;
    private bool _occupied;
    private bool _woken;
    private bool _retired;

    public ObjectKey Key { get; } = key;

    /// <summary>
    /// Asks for a turn. The task completes with it (null: it is the caller's at once); whoever gets it must <see cref="Leave"/>.
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

    /// <summary>Notes a wake-up, for which a worker comes when it can; those until it begins are one. False if the actor has retired.</summary>
    public bool TryWake()
    {
        lock (_gate)
        {
            if (_retired || _woken)
            {
                return !_retired;
            }

            _woken = true;
        }

        schedule(this);
        return true;
    }

    /// <summary>The turn of the wake-up, after those that are before it. What happens from its beginning on is a reason for another.</summary>
    public async Task BeginReconcileAsync()
    {
        // A woken actor does not retire.
        TryEnter(CancellationToken.None, out var turn);
        await (turn ?? Task.CompletedTask);
        lock (_gate)
        {
            _woken = false;
        }
    }

    /// <summary>Drops the wake-up.</summary>
    public void Forget()
    {
        bool retires;
        lock (_gate)
        {
            _woken = false;
            retires = _retired = !_occupied;
        }

        if (retires)
        {
            retire(this);
        }
    }

    /// <summary>Ends a turn and begins the next.</summary>
    public void Leave()
    {
        while (true)
        {
            TaskCompletionSource? next = null;
            var retires = false;
            lock (_gate)
            {
                if (_mailbox is null || !_mailbox.TryDequeue(out next))
                {
                    _occupied = false;
                    retires = _retired = !_woken;
                }
            }

            if (retires)
            {
                retire(this);
            }

            if (next is null)
            {
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
