using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Tests.Engines;

namespace ActorKube.Tests.Lab;

/// <summary>When each application container ran, in the words of the engines' own event logs.</summary>
internal sealed class ContainerRuns : IAsyncDisposable
{
    private const string ContainerLabel = "io.actorkube.container";
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, ContainerRun> _runs = new(StringComparer.Ordinal);
    private readonly List<Task> _followers = [];
    private readonly string _app;

    private ContainerRuns(string app) => _app = app;

    /// <summary>Runs of one app's containers, by when they began.</summary>
    public IReadOnlyList<ContainerRun> All => [.. _runs.Values.OrderBy(static r => r.From)];

    /// <summary>How many ran at the same time, at most.</summary>
    public int MostAtATime => All.Max(run => All.Count(other => other.From <= run.From && run.From < other.To));

    /// <param name="app">Pods' names begin with it.</param>
    public static async Task<ContainerRuns> FollowAsync(IEnumerable<LabHost> hosts, string app)
    {
        var runs = new ContainerRuns(app);
        foreach (var host in hosts)
        {
            await runs.FollowAsync(host);
        }

        return runs;
    }

    private async Task FollowAsync(LabHost host)
    {
        var http = TestEngine.Client(host.Engine);
        http.Timeout = Timeout.InfiniteTimeSpan;
        var events = await OpenAsync(host, http);
        _followers.Add(Task.Run(() => FollowAsync(host, http, events)));
    }

    /// <summary>The engine may go, with all that runs on its machine, and come back.</summary>
    private async Task FollowAsync(LabHost host, HttpClient http, StreamReader? events)
    {
        using (http)
        {
            while (!_end.IsCancellationRequested)
            {
                if (events is not null)
                {
                    await ReadAsync(host.Name, events);
                    events.Dispose();
                }

                await Task.Delay(Retry, TimeProvider.System, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                events = await TryOpenAsync(host, http);
            }

            events?.Dispose();
        }
    }

    private async Task<StreamReader?> TryOpenAsync(LabHost host, HttpClient http)
    {
        try
        {
            return await OpenAsync(host, http);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<StreamReader> OpenAsync(LabHost host, HttpClient http)
    {
        var filters = Uri.EscapeDataString("""{"type":["container"],"event":["start","die"]}""");
        var stream = await http.GetStreamAsync(new Uri($"http://docker/v1.41/events?filters={filters}"), _end.Token);
        await AddRunningAsync(host, http);
        return new StreamReader(stream);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_followers);
        _end.Dispose();
    }

    private async Task AddRunningAsync(LabHost host, HttpClient http)
    {
        var filters = Uri.EscapeDataString($$"""{"label":["{{ContainerLabel}}=main"]}""");
        foreach (var container in JsonNode.Parse(await http.GetStringAsync(new Uri($"http://docker/v1.41/containers/json?filters={filters}"), _end.Token))!.AsArray())
        {
            Began(host.Name, (string)container!["Id"]!, container["Labels"]!, TimeProvider.System.GetUtcNow());
        }
    }

    private async Task ReadAsync(string host, StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                See(host, JsonNode.Parse(line)!);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException or JsonException)
        {
            // The engine has gone, in the middle of a line perhaps, or nobody wants to know any more.
        }

        if (!_end.IsCancellationRequested)
        {
            EndAll(host);
        }
    }

    /// <summary>An engine ends here only with its machine, and so did all that ran there.</summary>
    private void EndAll(string host)
    {
        foreach (var (id, run) in _runs.Where(r => r.Value.Host == host && r.Value.To == DateTimeOffset.MaxValue))
        {
            _runs[id] = run with { To = TimeProvider.System.GetUtcNow() };
        }
    }

    private void See(string host, JsonNode change)
    {
        var id = (string)change["Actor"]!["ID"]!;
        var at = DateTimeOffset.UnixEpoch.AddTicks((long)change["timeNano"]! / 100);
        if ((string)change["Action"]! == "start")
        {
            Began(host, id, change["Actor"]!["Attributes"]!, at);
        }
        else if (_runs.TryGetValue(id, out var run))
        {
            _runs[id] = run with { To = at };
        }
    }

    private void Began(string host, string id, JsonNode labels, DateTimeOffset at)
    {
        if ((string?)labels[ContainerLabel] == "main" && (string?)labels["io.actorkube.pod.name"] is { } pod && pod.StartsWith(_app, StringComparison.Ordinal))
        {
            _runs[id] = new ContainerRun(host, pod, at, DateTimeOffset.MaxValue);
        }
    }
}

/// <param name="To">The far future while it runs.</param>
internal sealed record ContainerRun(string Host, string Pod, DateTimeOffset From, DateTimeOffset To);
