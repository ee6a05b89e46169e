namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>
/// What waits for the journal's thread. While one batch is on its way to the disk the next gathers here by itself: group commit
/// without a timer.
/// </summary>
internal sealed class SqliteQueue(int maxPending)
{
    // Not a Lock: the thread waits on it for a pulse.
    private readonly object _gate = new();
    private List<PendingAppend> _appends = [];
    private List<SqliteCommand> _commands = [];
    private JournalUnavailableException? _closed;

    public Task<AppendResult> Add(JournalAppend append)
    {
        var pending = new PendingAppend(append);
        lock (_gate)
        {
            ThrowIfClosed();
            if (_appends.Count >= maxPending)
            {
                throw new JournalUnavailableException($"{maxPending} appends are waiting for the disk.", outcomeUnknown: false);
            }

            _appends.Add(pending);
            Monitor.Pulse(_gate);
        }

        return pending.Task;
    }

    public Task<T> Add<T>(SqliteCommand<T> command)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            _commands.Add(command);
            Monitor.Pulse(_gate);
        }

        return command.Task;
    }

    /// <summary>Waits for work and swaps it with the given empty lists; false when the queue is closed and empty.</summary>
    public bool Take(ref List<PendingAppend> appends, ref List<SqliteCommand> commands)
    {
        lock (_gate)
        {
            while (_appends.Count == 0 && _commands.Count == 0)
            {
                if (_closed is not null)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            (appends, _appends) = (_appends, appends);
            (commands, _commands) = (_commands, commands);
            return true;
        }
    }

    /// <summary>Refuses what comes from now on; what is in the queue stays.</summary>
    public void Close(JournalUnavailableException reason)
    {
        lock (_gate)
        {
            _closed ??= reason;
            Monitor.Pulse(_gate);
        }
    }

    private void ThrowIfClosed()
    {
        if (_closed is { } closed)
        {
            throw new JournalUnavailableException(closed.Message, outcomeUnknown: false, closed.InnerException);
        }
    }
}
