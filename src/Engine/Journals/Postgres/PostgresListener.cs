using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// Wakes the feed for what other hosts commit: by notifications (<c>writer revision</c>), and by looking at an interval, because a notification that
/// is sent while the connection is down is lost. Neither writes anything.
/// </summary>
internal sealed class PostgresListener(PostgresDatabase database, PostgresFeed feed, Guid writer, TimeProvider time, ILogger log)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly string _channel = database.Options.Schema + ".journal";
    private readonly string _own = writer.ToString();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = Task.WhenAll(ListenAsync(_stop.Token), PollAsync(_stop.Token));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        for (var delay = RetryDelay.First; !stop.IsCancellationRequested; delay = delay.Next())
        {
            try
            {
                await using var connection = await database.Source.OpenConnectionAsync(stop);
                connection.Notification += OnNotification;
                await ExecuteAsync(connection, $"LISTEN \"{_channel}\"", stop);
                delay = RetryDelay.First;

                // What was committed before somebody listened.
                feed.Wake(long.MaxValue);
                await WaitAsync(connection, stop);
                connection.Notification -= OnNotification;

                // Closed, since it listens still. To ask it not to could take long, where the way to the database is broken.
                database.Source.Clear();
            }
            catch (Exception e) when (PostgresErrors.IsFailure(e))
            {
                if (delay.IsFirst)
                {
                    PostgresLog.ListenFailed(log, e);
                }

                await Task.WhenAny(delay.WaitAsync(time, stop));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The journal closes.
            }
        }
    }

    private static async Task WaitAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await connection.WaitAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The journal closes.
        }
    }

    private async Task PollAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(database.Options.PollInterval, time, stop);
                feed.Wake(long.MaxValue);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The journal closes.
        }
    }

    private void OnNotification(object sender, NpgsqlNotificationEventArgs notification)
    {
        var payload = notification.Payload;
        if (notification.Channel == _channel && payload.Split(' ') is [var from, var revision] && from != _own)
        {
            feed.Wake(long.Parse(revision, CultureInfo.InvariantCulture));
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
