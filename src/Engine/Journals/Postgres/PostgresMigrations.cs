using System.Reflection;
using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// Applies the numbered scripts of <c>persistence/postgres</c> that a database does not have yet, each in its own transaction and under a lock,
/// because several hosts start at once. Each script ends by inserting its number into <c>schema_version</c>, with the oldest version of the schema
/// whose programs can still work on it (<c>min_reader</c>): hosts of both versions run side by side during a rolling upgrade.
/// </summary>
internal static class PostgresMigrations
{
    private const string Folder = "postgres/";

    // Any constant: the key of the lock, "actrkube" in ASCII.
    private const long LockKey = 0x616374726B756265;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <exception cref="InvalidOperationException">The schema is newer than this program can work on.</exception>
    public static async Task ApplyAsync(NpgsqlDataSource source, string schema, IReadOnlyList<string> scripts, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        while (await StepAsync(connection, schema, scripts, cancellationToken) < scripts.Count)
        {
            // One script at a time.
        }
    }

    public static IReadOnlyList<string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name))
            .ToList();
    }

    /// <summary>Applies the next script, if there is one. Returns the version of the schema.</summary>
    private static async Task<int> StepAsync(NpgsqlConnection connection, string schema, IReadOnlyList<string> scripts, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        if (!await IsThereAsync(connection, schema, cancellationToken))
        {
            await ExecuteAsync(
                connection,
                $"""
                CREATE SCHEMA IF NOT EXISTS {schema};
                CREATE TABLE {schema}.schema_version (
                    number integer PRIMARY KEY, min_reader integer NOT NULL, applied timestamptz NOT NULL DEFAULT clock_timestamp());
                """,
                cancellationToken);
        }

        var (current, oldestReader) = await VersionAsync(connection, cancellationToken);
        if (oldestReader > scripts.Count)
        {
            throw new InvalidOperationException(
                $"The journal has schema {current}, which needs a version that knows schema {oldestReader}; this one knows schema {scripts.Count}.");
        }

        if (current < scripts.Count)
        {
            await ExecuteAsync(connection, scripts[current], cancellationToken);
            var after = (await VersionAsync(connection, cancellationToken)).Number;
            current = after == current + 1 ? after : throw new InvalidOperationException($"Script {current + 1} does not enter its number.");
        }

        await transaction.CommitAsync(cancellationToken);
        return current;
    }

    private static async Task<bool> IsThereAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT to_regclass('{schema}.schema_version') IS NOT NULL", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<(int Number, int OldestReader)> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(number), 0), coalesce(max(min_reader), 0) FROM schema_version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)Limit.TotalSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
