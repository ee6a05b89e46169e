using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Sharding;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Events;

/// <summary>
/// Writes Events behind the back of whoever records them: those of one object one after the other, those of others at the same time, which the journal commits together. Repetitions are counted
/// (<see cref="EventHistory"/>). When more come than can be written, the newest are dropped and counted: Events are best effort.
/// </summary>
public sealed partial class EventRecorder : IEventRecorder, IAsyncDisposable
{
    /// <summary>Writes under way at most. One at a time wrote 300 a second on a busy machine, each with a commit of its own.</summary>
    internal const int Lanes = 32;

    /// <summary>Of so many that are dropped the log tells.</summary>
    private const int Told = 10_000;

    private readonly EventLane[] _lanes;
    private readonly TimeProvider _time;
    private readonly ILogger<EventRecorder> _log;
    private long _dropped;

    public EventRecorder(ObjectCommands commands, UserInfo user, ILogger<EventRecorder> log)
    {
        var options = new WriteOptions { User = user, Cause = "event" };
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new EventLane(commands, options, log))];
        _time = commands.Time;
        _log = log;
    }

    /// <summary>Events that were dropped because too many waited.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null)
    {
        var lane = _lanes[LaneOf(regarding.Kind ?? "", regarding.Namespace ?? "", regarding.Name ?? "")];
        if (!lane.TryAdd(new Occurrence(regarding, type, reason, message, component, host, _time.GetUtcNow())) && Interlocked.Increment(ref _dropped) % Told == 1)
        {
            LogDropped(_log, Dropped);
        }
    }

    /// <summary>Writes what waits, then stops.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(_lanes.Select(static l => l.DisposeAsync().AsTask()));

    internal static int LaneOf(string kind, string @namespace, string name) => (int)(Rendezvous.Hash(new ObjectKey(kind, @namespace, name)) % Lanes);

    [LoggerMessage(2, LogLevel.Warning, "More Events come than can be written: {Dropped} were dropped since the start")]
    private static partial void LogDropped(ILogger log, long dropped);
}
