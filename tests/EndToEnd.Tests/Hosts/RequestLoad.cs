using System.Collections.Concurrent;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>A request that got no good answer.</summary>
internal sealed record FailedRequest(Uri Door, DateTimeOffset At, string Why);

/// <summary>Clients that ask each of some addresses, one request after the other, each by a connection of its own.</summary>
internal sealed class RequestLoad : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<FailedRequest> _failures = new();
    private readonly ConcurrentDictionary<Uri, int> _answers = new();
    private readonly HttpClient _http;
    private Task _running = Task.CompletedTask;

    private RequestLoad(SocketsHttpHandler handler)
    {
        (handler.UseProxy, handler.PooledConnectionLifetime) = (false, TimeSpan.Zero);
        _http = new HttpClient(handler) { Timeout = Timeout };
    }

    public IReadOnlyCollection<FailedRequest> Failures => _failures;

    /// <summary>Good answers by address.</summary>
    public IReadOnlyDictionary<Uri, int> Answers => _answers;

    /// <summary>Begins when each address has answered once.</summary>
    /// <param name="client">Who asks; null for this process.</param>
    public static async Task<RequestLoad> StartAsync(IReadOnlyList<Uri> doors, TimeSpan limit, NetworkPod? client = null)
    {
        var load = new RequestLoad(client?.CreateHandler() ?? new SocketsHttpHandler());
        foreach (var door in doors)
        {
            var until = TimeProvider.System.GetUtcNow() + limit;
            while (await load.AskAsync(door) is { } failure)
            {
                Assert.True(TimeProvider.System.GetUtcNow() < until, $"{failure}");
                await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
            }

            load._answers[door] = 0;
        }

        load._running = Task.WhenAll(doors.Select(load.RunAsync));
        return load;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync(Uri door)
    {
        while (!_end.IsCancellationRequested)
        {
            if (await AskAsync(door) is { } failure)
            {
                _failures.Enqueue(failure);
            }
            else
            {
                _answers.AddOrUpdate(door, 1, static (_, n) => n + 1);
            }

            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Null for a good answer.</summary>
    private async Task<FailedRequest?> AskAsync(Uri door)
    {
        try
        {
            var answer = await _http.GetStringAsync(door, CancellationToken.None);
            return answer.StartsWith("Hello from", StringComparison.Ordinal) ? null : new FailedRequest(door, TimeProvider.System.GetUtcNow(), answer);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return new FailedRequest(door, TimeProvider.System.GetUtcNow(), e.Message);
        }
    }
}
