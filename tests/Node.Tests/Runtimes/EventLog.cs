using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Tests.Runtimes;

/// <summary>Follows a runtime's events from its creation on. Arm it, act, await.</summary>
internal sealed class EventLog : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _stop = new();
    private readonly IAsyncEnumerator<RuntimeEvent> _events;
    private readonly List<RuntimeEvent> _seen = [];

    public EventLog(IContainerRuntime runtime) => _events = runtime.WatchAsync(_stop.Token).GetAsyncEnumerator(CancellationToken.None);

    /// <summary>All that came so far.</summary>
    public IReadOnlyList<RuntimeEvent> Seen => _seen;

    /// <summary>The next event of that kind of that sandbox or container.</summary>
    public async Task<RuntimeEvent> WaitAsync(RuntimeEventKind kind, string id = "")
    {
        while (true)
        {
            var next = _events.MoveNextAsync().AsTask();
            if (await Task.WhenAny(next, Task.Delay(Limit, TimeProvider.System)) != next)
            {
                throw new TimeoutException($"{kind} of '{id}' never came; there were {string.Join(", ", _seen.Select(e => e.Kind))}");
            }

            Assert.True(await next, $"events ended before {kind}");
            _seen.Add(_events.Current);
            if (_events.Current.Kind == kind && _events.Current.Id == id)
            {
                return _events.Current;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }
}
