using System.Collections.Immutable;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace ActorKube.Engine.Membership.Postgres;

/// <summary>The membership in the database of the journal. A member that is declared dead there can't append any more: its writer is fenced in the same transaction.</summary>
/// <param name="patience">After this a call has failed; 2 s let a lease of 3 s be renewed in time by the next one.</param>
public sealed class PostgresMembershipTable(PostgresDatabase database, TimeProvider time, TimeSpan patience) : IMembershipTable
{
    public Task<TableReading> ReadAsync(CancellationToken cancellationToken = default) => RunAsync(
        """
        SELECT m.version, r.name, r.incarnation, r.status, r.row, r.writer, r.status = 0 AND r.lease < clock_timestamp()
        FROM membership m LEFT JOIN member r ON true
        """,
        [],
        ReadAllAsync,
        cancellationToken);

    public Task<bool> TryWriteAsync(Member row, long expectedVersion, CancellationToken cancellationToken = default) => ScalarAsync<bool>(
        "SELECT write_member($1, $2, $3, $4, $5, $6)",
        [
            new NpgsqlParameter<long> { TypedValue = expectedVersion },
            new NpgsqlParameter<string> { TypedValue = row.Name },
            new NpgsqlParameter<long> { TypedValue = row.Id.Incarnation },
            new NpgsqlParameter<short> { TypedValue = (short)row.Status },
            new NpgsqlParameter<string> { TypedValue = MemberRow.Write(row) },
            new NpgsqlParameter { Value = row.Writer ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
        ],
        cancellationToken);

    public Task<bool> TryRemoveAsync(string name, long expectedVersion, CancellationToken cancellationToken = default) => ScalarAsync<bool>(
        "SELECT remove_member($1, $2)",
        [new NpgsqlParameter<long> { TypedValue = expectedVersion }, new NpgsqlParameter<string> { TypedValue = name }],
        cancellationToken);

    public Task<long?> RenewAsync(MemberId member, TimeSpan lease, CancellationToken cancellationToken = default) => ScalarAsync<long?>(
        "SELECT renew_member($1, $2, $3)",
        [
            new NpgsqlParameter<string> { TypedValue = member.Name },
            new NpgsqlParameter<long> { TypedValue = member.Incarnation },
            new NpgsqlParameter<TimeSpan> { TypedValue = lease },
        ],
        cancellationToken);

    /// <summary>The database is the journal's too, and closed with it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> ScalarAsync<T>(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken) => RunAsync(
        sql,
        parameters,
        static async (command, token) => await command.ExecuteScalarAsync(token) is T value ? value : default!,
        cancellationToken);

    private async Task<T> RunAsync<T>(string sql, NpgsqlParameter[] parameters, Func<NpgsqlCommand, CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await database.RunAsync(
                async connection =>
                {
                    await using var command = new NpgsqlCommand(sql, connection);
                    command.Parameters.AddRange(parameters.Select(static p => p.Clone()).ToArray());
                    return await run(command, limit.Token);
                },
                limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new JournalUnavailableException("The membership's database doesn't answer.", outcomeUnknown: true, e);
        }
    }

    private static async Task<TableReading> ReadAllAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var version = 0L;
        var members = ImmutableSortedDictionary.CreateBuilder<string, Member>(StringComparer.Ordinal);
        var lapsed = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            version = reader.GetInt64(0);
            if (await reader.IsDBNullAsync(1, cancellationToken))
            {
                continue;
            }

            var id = new MemberId(reader.GetString(1), reader.GetInt64(2));
            members[id.Name] = MemberRow.Read(id, (MemberStatus)reader.GetInt16(3), await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetGuid(5), reader.GetString(4));
            if (reader.GetBoolean(6))
            {
                lapsed.Add(id.Name);
            }
        }

        return new TableReading(new MembershipView(version, members.ToImmutable()), lapsed);
    }
}
