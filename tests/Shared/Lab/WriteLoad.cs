using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ActorKube.Tests.Lab;

/// <summary>Writes through all hosts, one ConfigMap after the other on each, for as long as it lives, and remembers what was acknowledged.</summary>
internal sealed class WriteLoad : IAsyncDisposable
{
    private const string Path = "/api/v1/namespaces/default/configmaps";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Write> _writes = [];
    private readonly Task[] _writers;

    private WriteLoad(IReadOnlyList<LabHost> hosts, string name) => _writers = [.. hosts.Select(h => Task.Run(() => WriteAsync(h, name)))];

    public IReadOnlyCollection<Write> Writes => _writes;

    /// <param name="name">What the objects' names begin with.</param>
    public static WriteLoad Start(IReadOnlyList<LabHost> hosts, string name) => new(hosts, name);

    /// <summary>Ends it and returns the writes that were acknowledged and that the host doesn't show.</summary>
    public async Task<IReadOnlyList<string>> LostAsync(LabHost host)
    {
        await StopAsync();
        var list = JsonNode.Parse(await host.Client.GetStringAsync(new Uri(Path, UriKind.Relative)))!;
        var there = list["items"]!.AsArray().Select(static i => (string)i!["metadata"]!["name"]!).ToHashSet(StringComparer.Ordinal);
        return [.. _writes.Where(static w => w.Failure is null).Select(static w => w.Name).Where(n => !there.Contains(n))];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _end.Dispose();
    }

    private async Task StopAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_writers);
    }

    private async Task WriteAsync(LabHost host, string prefix)
    {
        using var timer = new PeriodicTimer(Pause);
        for (var i = 0; !_end.IsCancellationRequested; i++)
        {
            var name = $"{prefix}-{host.Name}-{i}";
            var start = Stopwatch.GetTimestamp();
            var failure = await TryAsync(host.Client, name);
            _writes.Add(new Write(host.Name, name, TimeProvider.System.GetUtcNow(), Stopwatch.GetElapsedTime(start), failure));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>What went wrong; null for an acknowledged write.</summary>
    private static async Task<string?> TryAsync(HttpClient client, string name)
    {
        using var body = new StringContent($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}"}}""", Encoding.UTF8, "application/json");
        try
        {
            using var answer = await client.PostAsync(new Uri(Path, UriKind.Relative), body);
            return answer.StatusCode == HttpStatusCode.Created ? null : $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return e.Message;
        }
    }
}

/// <param name="Host">Through which it was written.</param>
/// <param name="At">When it ended.</param>
/// <param name="Failure">Null for one that was acknowledged.</param>
internal sealed record Write(string Host, string Name, DateTimeOffset At, TimeSpan Took, string? Failure);
