using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ActorKube.Tests.Lab;

/// <summary>Follows a collection through one host, as <c>kubectl get -w</c>, and remembers when each change was seen.</summary>
internal sealed class LabWatch : IAsyncDisposable
{
    private const string FromState = "watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly Task _follower;
    private ImmutableDictionary<string, JsonNode> _now = ImmutableDictionary<string, JsonNode>.Empty;
    private bool _hasState;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LabWatch(HttpClient client, string path) => _follower = Task.Run(() => FollowAsync(client, path));

    /// <summary>All versions of all objects, in the order in which they were seen.</summary>
    public ImmutableList<Seen> History { get; private set; } = [];

    /// <param name="path">Of the collection.</param>
    public static LabWatch Start(LabHost host, string path) => new(host.Client, path);

    /// <param name="client">Of a host.</param>
    /// <param name="path">Of the collection.</param>
    public static LabWatch Start(HttpClient client, string path) => new(client, path);

    /// <summary>Returns when the objects are so, with the time at which they were.</summary>
    /// <exception cref="TimeoutException">They aren't for too long, or the watch has ended.</exception>
    public async Task<DateTimeOffset> UntilAsync(Func<IReadOnlyCollection<JsonNode>, bool> condition, TimeSpan limit, string what)
    {
        using var timeout = new CancellationTokenSource(limit);
        while (true)
        {
            Task changed;
            bool hasState;
            IReadOnlyCollection<JsonNode> objects;
            lock (_lock)
            {
                (changed, hasState, objects) = (_changed.Task, _hasState, [.. _now.Values]);
            }

            if (hasState && condition(objects))
            {
                return TimeProvider.System.GetUtcNow();
            }

            try
            {
                await (await Task.WhenAny(changed, _follower).WaitAsync(timeout.Token));
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Not so within {limit.TotalSeconds:0.0} s: {what}. Now:\n{string.Join('\n', objects.Select(LabPods.Describe))}");
            }

            if (_follower.IsCompleted)
            {
                throw new TimeoutException($"The watch ended while it was waited for {what}.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _follower;
        _end.Dispose();
    }

    private async Task FollowAsync(HttpClient client, string path)
    {
        try
        {
            using var stream = await client.GetStreamAsync(new Uri($"{path}?{FromState}", UriKind.Relative), _end.Token);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                See(JsonNode.Parse(line)!);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            // Its host has gone, or nobody wants to know any more.
        }
    }

    private void See(JsonNode change)
    {
        var live = change["object"]!;
        var type = (string)change["type"]!;
        lock (_lock)
        {
            if (type == "BOOKMARK")
            {
                _hasState = true;
            }
            else
            {
                Keep(live, isGone: type == "DELETED");
            }

            var done = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            done.SetResult();
        }
    }

    private void Keep(JsonNode live, bool isGone)
    {
        var id = (string)live["metadata"]!["uid"]!;
        _now = isGone ? _now.Remove(id) : _now.SetItem(id, live);
        History = History.Add(new Seen(TimeProvider.System.GetUtcNow(), isGone, live));
    }
}

internal sealed record Seen(DateTimeOffset At, bool IsGone, JsonNode Object);
