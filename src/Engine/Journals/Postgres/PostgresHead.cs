using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// Reads the head. A reader may not be given what was asked for before it came, since another host may have been acknowledged meanwhile; but all that
/// come while one question is under way share the next.
/// </summary>
internal sealed class PostgresHead(PostgresDatabase database, TimeProvider time)
{
    /// <summary>A database that says nothing for so long, some thousand times as long as it takes, says nothing to those who ask next either.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private Task<long> _current = Task.FromResult(0L);
    private Task<long>? _next;
    private long _askedAt;

    /// <exception cref="JournalUnavailableException">The database is away, or doesn't answer those who asked before.</exception>
    public Task<long> ReadAsync()
    {
        lock (_gate)
        {
            if (!_current.IsCompleted && time.GetElapsedTime(_askedAt) > Patience)
            {
                return Task.FromException<long>(new JournalUnavailableException("The journal's database doesn't answer.", outcomeUnknown: false));
            }

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
        _askedAt = time.GetTimestamp();
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
