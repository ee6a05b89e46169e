using System.Threading.Channels;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Events;

/// <summary>
/// Writes core/v1 Events in the background. An event that was recorded before, word for word and about the same object, counts up instead of making a
/// new object. Recording never waits: what exceeds <see cref="EventRecorderOptions.Capacity"/> is dropped, and how much is logged. Thread-safe.
/// </summary>
public sealed partial class EventRecorder : IEventRecorder, IAsyncDisposable
{
    private const int BatchSize = 64;

    private readonly ObjectCommands _commands;
    private readonly EventRecorderOptions _options;
    private readonly ILogger<EventRecorder> _logger;
    private readonly Channel<PendingEvent> _pending;
    private readonly EventMemory _memory;
    private readonly CancellationTokenSource _stop = new();
    private Task _writing = Task.CompletedTask;
    private long _dropped;
    private long _sequence;

    public EventRecorder(ObjectCommands commands, EventRecorderOptions options, ILogger<EventRecorder> logger)
    {
        _commands = commands;
        _options = options;
        _logger = logger;
        _memory = new EventMemory(options.Remembered);

        // Full mode Wait makes TryWrite fail when full, which is how a drop is noticed.
        _pending = Channel.CreateBounded<PendingEvent>(new BoundedChannelOptions(options.Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>Begins to write. Called once.</summary>
    public void Start() => _writing = Task.Run(WriteAsync);

    public void Record(EventSource source, ObjectReference involved, string type, string reason, string message)
    {
        if (!_pending.Writer.TryWrite(new PendingEvent(new EventIdentity(source, involved, type, reason, message), _commands.Time.GetUtcNow(), 1)))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Writes what is recorded by now, for a bounded time, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        using var patience = new CancellationTokenSource(_options.StopPatience, _commands.Time);
        await using var registration = patience.Token.Register(_stop.Cancel);
        await _writing;
        _stop.Dispose();
    }

    private async Task WriteAsync()
    {
        while (await _pending.Reader.WaitToReadAsync())
        {
            foreach (var item in TakeBatch())
            {
                if (_stop.IsCancellationRequested)
                {
                    return;
                }

                await WriteAsync(item);
            }

            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
            {
                LogDropped(_logger, dropped);
            }
        }
    }

    /// <summary>What is there now, with repetitions counted together, in order of first appearance.</summary>
    private List<PendingEvent> TakeBatch()
    {
        var batch = new List<PendingEvent>();
        while (batch.Count < BatchSize && _pending.Reader.TryRead(out var item))
        {
            var same = batch.FindIndex(b => b.Identity == item.Identity);
            if (same < 0)
            {
                batch.Add(item);
            }
            else
            {
                batch[same] = batch[same] with { Last = item.Last, Count = batch[same].Count + item.Count };
            }
        }

        return batch;
    }

    private async Task WriteAsync(PendingEvent item)
    {
        try
        {
            if (_memory.Find(item.Identity) is not { } name || !await CountUpAsync(name, item))
            {
                await CreateAsync(item);
            }
        }
        catch (Exception e) when (e is ApiException or JournalUnavailableException)
        {
            // Such as a namespace that is being deleted, or a database that is away: events are worth no retry.
            LogFailed(_logger, item.Identity.Reason, item.Identity.Involved.Name ?? "", e.Message);
        }
    }

    private async Task<bool> CountUpAsync(string name, PendingEvent item)
    {
        var kind = EventObjects.Kind(_commands.Kinds);
        var update = new ObjectUpdate(kind, EventObjects.Key(kind, item.Identity, name), value => EventObjects.CountUp((Event)value, item));
        try
        {
            await _commands.UpdateAsync(update, EventObjects.Options(item.Identity));
            return true;
        }
        catch (ApiException e) when (e.Code == 404)
        {
            return false;
        }
    }

    private async Task CreateAsync(PendingEvent item)
    {
        var name = EventObjects.Name(item, _sequence++);
        await _commands.CreateAsync(EventObjects.Kind(_commands.Kinds), EventObjects.Create(item, name), EventObjects.Options(item.Identity));
        _memory.Add(item.Identity, name);
    }

    [LoggerMessage(1, LogLevel.Warning, "Dropped {Count} events that came faster than they could be written")]
    private static partial void LogDropped(ILogger logger, long count);

    [LoggerMessage(2, LogLevel.Debug, "Event {Reason} of {Name} was not written: {Error}")]
    private static partial void LogFailed(ILogger logger, string reason, string name, string error);
}
