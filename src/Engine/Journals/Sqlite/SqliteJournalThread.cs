using System.Runtime.InteropServices;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>
/// The thread that owns the writing connection. It is no pool thread because fsync blocks, and the pool has only as many
/// threads as there are cores.
/// </summary>
internal sealed class SqliteJournalThread(SqliteWriter writer, SqliteQueue queue, int maxBatch)
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<PendingAppend> _appends = [];
    private List<SqliteCommand> _commands = [];

    public void Start() => new Thread(Run) { IsBackground = true, Name = "journal" }.Start();

    /// <summary>Commits what was accepted and closes the database.</summary>
    public Task StopAsync()
    {
        queue.Close(new JournalUnavailableException("The journal is closed.", outcomeUnknown: false));
        return _stopped.Task;
    }

    private void Run()
    {
        try
        {
            while (queue.Take(ref _appends, ref _commands))
            {
                RunCommands();
                CommitAppends();
            }
        }
        catch (Exception e)
        {
            // Nobody can say any more what is true: the journal is over, and every caller, present and future, hears why.
            RefuseAll(new JournalUnavailableException("The journal stopped on a failure.", outcomeUnknown: true, e));
        }
        finally
        {
            writer.Dispose();
            _stopped.SetResult();
        }
    }

    private void RunCommands()
    {
        foreach (var command in _commands)
        {
            command.Run(writer);
        }

        _commands.Clear();
    }

    private void CommitAppends()
    {
        var rest = CollectionsMarshal.AsSpan(_appends);
        while (!rest.IsEmpty)
        {
            var batch = rest[..Math.Min(rest.Length, maxBatch)];
            writer.Commit(batch);
            rest = rest[batch.Length..];
        }

        _appends.Clear();
    }

    private void RefuseAll(JournalUnavailableException reason)
    {
        queue.Close(reason);
        do
        {
            _appends.ForEach(append => append.TrySetException(reason));
            _commands.ForEach(command => command.Refuse(reason));
            _appends.Clear();
            _commands.Clear();
        }
        while (queue.Take(ref _appends, ref _commands));
    }
}
