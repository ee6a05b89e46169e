using System.Threading.Channels;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Events;

/// <summary>
/// Writes Events behind the back of whoever records them. One that repeats (same object, reason, message and source) within the
/// aggregation window is counted on the first. When more come than can be written, the newest are dropped and counted: Events are best effort.
/// </summary>
public sealed partial class EventRecorder : IEventRecorder, IAsyncDisposable
{
    private const int Capacity = 10_000;

    private readonly Channel<Occurrence> _queue = Channel.CreateBounded<Occurrence>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly EventAggregation _known = new();
    private readonly ObjectCommands _commands;
    private readonly WriteOptions _options;
    private readonly ILogger<EventRecorder> _log;
    private readonly Task _writer;
    private long _dropped;

    public EventRecorder(ObjectCommands commands, UserInfo user, ILogger<EventRecorder> log)
    {
        _commands = commands;
        _options = new WriteOptions { User = user, Cause = "event" };
        _log = log;
        _writer = WriteAllAsync();
    }

    /// <summary>Events that were dropped because too many waited.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null)
    {
        if (!_queue.Writer.TryWrite(new Occurrence(regarding, type, reason, message, component, host, _commands.Time.GetUtcNow())))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Writes what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
    }

    private async Task WriteAllAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (_queue.Reader.TryRead(out var occurrence))
            {
                await TryWriteAsync(occurrence);
            }
        }
    }

    private async Task TryWriteAsync(Occurrence occurrence)
    {
        try
        {
            await WriteAsync(occurrence);
        }
        catch (ApiException e)
        {
            // The namespace is going, most often: there is nowhere to write to.
            LogRefused(_log, occurrence.Reason, occurrence.Regarding.Name ?? "", e.Message);
        }
        catch (JournalUnavailableException e)
        {
            LogRefused(_log, occurrence.Reason, occurrence.Regarding.Name ?? "", e.Message);
        }
    }

    private async Task WriteAsync(Occurrence occurrence)
    {
        var kind = _commands.Kinds.Stored("events");
        var next = _known.Add(occurrence);
        if (next.Count > 1)
        {
            try
            {
                await _commands.UpdateAsync(new ObjectUpdate(kind, new("events", next.Event.Metadata.Namespace!, next.Event.Metadata.Name!), current =>
                    ((Event)current) with { Count = next.Count, LastTimestamp = occurrence.Time }), _options);
                return;
            }
            catch (ApiException e) when (e.Code == 404)
            {
                // It was deleted or has expired: begin anew.
                next = _known.Restart(occurrence);
            }
        }

        await _commands.CreateAsync(kind, next.Event, _options);
    }

    [LoggerMessage(1, LogLevel.Debug, "Event {Reason} of {Name} was not written: {Why}")]
    private static partial void LogRefused(ILogger log, string reason, string name, string why);
}
