using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// Reads the head. A reader may not be given what was asked for before it came, since another host may have been acknowledged meanwhile; but all that
/// come while one question is under way share the next.
/// </summary>
internal sealed class PostgresHead(PostgresDatabase database)
{
    private readonly Lock _gate = new();
    private Task<long> _current = Task.FromResult(0L);
    private Task<long>? _next;

    public Task<long> ReadAsync()
    {
        lock (_gate)
        {
            if (_current.IsCompleted && _next is null)
            {
                return _current = QueryAsync();
            }

            return _next ??= AfterAsync(_current);
        }
    }

    private async Task<long> AfterAsync(Task<long> previous)
    {
        // Never within the caller's lock: there this would be taken for the next question only after it was asked.
        await Task.Yield();
        await Task.WhenAny(previous);
        Task<long> own;
        lock (_gate)
        {
            _next = null;
            own = _current = QueryAsync();
        }

        return await own;
    }

    private async Task<long> QueryAsync()
    {
        await Task.Yield();
        return await database.RunAsync(
            static async connection =>
            {
                await using var command = new NpgsqlCommand("SELECT head FROM journal WHERE id = 1", connection);
                return (long)(await command.ExecuteScalarAsync())!;
            },
            CancellationToken.None);
    }
}
