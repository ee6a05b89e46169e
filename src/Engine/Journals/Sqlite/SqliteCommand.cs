namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>Something to do on the journal's thread between two batches.</summary>
internal abstract class SqliteCommand
{
    public abstract void Run(SqliteWriter writer);

    /// <summary>The journal ends before the command was run. No effect on one that was.</summary>
    public abstract void Refuse(Exception reason);
}

/// <inheritdoc/>
internal sealed class SqliteCommand<T>(Func<SqliteWriter, T> action) : SqliteCommand
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _completion.Task;

    public override void Run(SqliteWriter writer)
    {
        try
        {
            _completion.SetResult(action(writer));
        }
        catch (SqliteException e)
        {
            Refuse(new JournalUnavailableException("The journal's database failed.", outcomeUnknown: false, e));
        }
    }

    public override void Refuse(Exception reason) => _completion.TrySetException(reason);
}
