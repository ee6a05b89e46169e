using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>Makes the pool of connections, with what the journal relies on set where the connection string says nothing else.</summary>
internal static class PostgresConnections
{
    // Every query of ours has an index; a plan that was made while a table was small must not stay a scan. Isolation: see append_events.
    private const string ServerOptions = @"-c enable_seqscan=off -c jit=off -c default_transaction_isolation=read\ committed";

    // An acknowledged append must be on disk. Stronger settings (remote_apply) stay as they are.
    private const string Durable = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')";

    public static NpgsqlDataSource Create(PostgresJournalOptions options)
    {
        var builder = new NpgsqlDataSourceBuilder(Complete(options));
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(Durable, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(Durable, connection);
                await command.ExecuteNonQueryAsync();
            });
        return builder.ConnectionStringBuilder.Host!.Contains(',', StringComparison.Ordinal)
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : builder.Build();
    }

    private static string Complete(PostgresJournalOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { SearchPath = options.Schema };
        settings.Options = string.IsNullOrEmpty(settings.Options) ? ServerOptions : $"{settings.Options} {ServerOptions}";

        // Connections carry no state that the next user could trip over, and keep their prepared statements.
        settings.NoResetOnClose = true;
        SetDefault("Max Auto Prepare", static s => s.MaxAutoPrepare = 32);
        SetDefault("Auto Prepare Min Usages", static s => s.AutoPrepareMinUsages = 2);
        SetDefault("Application Name", static s => s.ApplicationName = "actorkube");

        // Seconds. A database that is silent for so long is as good as away; the next attempt may find its successor.
        SetDefault("Timeout", static s => s.Timeout = 5);
        SetDefault("Command Timeout", static s => s.CommandTimeout = 5);
        SetDefault("Cancellation Timeout", static s => s.CancellationTimeout = -1);
        SetDefault("Host Recheck Seconds", static s => s.HostRecheckSeconds = 1);
        if (!settings.Host!.StartsWith('/'))
        {
            // Not on a local socket, which has none.
            SetDefault("Tcp Keepalive", static s => (s.TcpKeepAlive, s.TcpKeepAliveTime, s.TcpKeepAliveInterval) = (true, 5, 2));
        }

        SetDefault("Write Buffer Size", static s => s.WriteBufferSize = 64 << 10);
        SetDefault("Read Buffer Size", static s => s.ReadBufferSize = 64 << 10);
        return settings.ConnectionString;

        void SetDefault(string keyword, Action<NpgsqlConnectionStringBuilder> set)
        {
            if (!settings.ShouldSerialize(keyword))
            {
                set(settings);
            }
        }
    }
}
