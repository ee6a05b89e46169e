using System.Threading.Channels;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Events;

/// <summary>
/// Writes the Events of some objects one after the other, in the order in which they were recorded, and no faster than is good for those whose Events they are. One that happens again while it waits is
/// written once.
/// </summary>
internal sealed partial class EventLane : IAsyncDisposable
{
    /// <summary>Events that wait at most.</summary>
    internal const int Capacity = 1024;

    /// <summary>Written at once before <see cref="Pace"/> counts: a thousand in all lanes.</summary>
    internal const int Burst = 32;

    /// <summary>From then on one each time: a thousand a second in all lanes, a tenth of a core. All lanes write at the same moment, so that the journal commits once for all.</summary>
    internal static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(32);

    /// <summary>A write that takes so long is one on a busy host, and what is under way there comes first: it counts as eight.</summary>
    internal static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(20);

    private const int MoreForSlow = 7;

    /// <summary>Objects whose Events are remembered, for each source.</summary>
    private const int Remembered = 128;

    private readonly Lock _gate = new();
    private readonly RecentEntries<EventOrigin, EventHistory> _known = new(Remembered);
    private readonly Channel<CountedEvent> _queue = Channel.CreateBounded<CountedEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly TokenBucket _pace = new(Burst, Pace);
    private readonly CancellationTokenSource _ending = new();
    private readonly ObjectCommands _commands;
    private readonly WriteOptions _options;
    private readonly ILogger _log;
    private readonly Task _writer;

    public EventLane(ObjectCommands commands, WriteOptions options, ILogger log)
    {
        _commands = commands;
        _options = options;
        _log = log;
        _writer = WriteAllAsync();
    }

    /// <summary>False when too many wait.</summary>
    public bool TryAdd(Occurrence occurrence)
    {
        lock (_gate)
        {
            if (_known.GetOrAdd(occurrence.Origin).Add(occurrence) is { IsWaiting: false } counted)
            {
                return counted.IsWaiting = _queue.Writer.TryWrite(counted);
            }

            return true;
        }
    }

    /// <summary>Writes what waits, as fast as can be, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        var isFirst = _queue.Writer.TryComplete();
        if (isFirst)
        {
            await _ending.CancelAsync();
        }

        await _writer;
        if (isFirst)
        {
            _ending.Dispose();
        }
    }

    private async Task WriteAllAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (_queue.Reader.TryRead(out var counted))
            {
                await PaceAsync();
                var began = _commands.Time.GetTimestamp();
                await TryWriteAsync(counted);
                if (_commands.Time.GetElapsedTime(began) >= Slow)
                {
                    _pace.Charge(MoreForSlow);
                }
            }
        }
    }

    private async Task PaceAsync()
    {
        while (!_ending.IsCancellationRequested && !_pace.TrySpend(_commands.Time.GetUtcNow()))
        {
            await Task.Delay(_pace.UntilNext(_commands.Time.GetUtcNow()), _commands.Time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task TryWriteAsync(CountedEvent counted)
    {
        var next = Take(counted, isAnew: false);
        try
        {
            await WriteAsync(counted, next);
        }
        catch (Exception e) when (e is ApiException or JournalUnavailableException)
        {
            // The namespace is going, most often: there is nowhere to write to.
            LogRefused(_log, next.Reason!, next.InvolvedObject.Name ?? "", e.Message);
        }
        catch (Exception e)
        {
            LogFailed(_log, next.Reason!, next.InvolvedObject.Name ?? "", e);
        }
    }

    /// <summary>The Event as it is now; what happens from here on makes it wait again.</summary>
    private Event Take(CountedEvent counted, bool isAnew)
    {
        lock (_gate)
        {
            if (isAnew)
            {
                counted.Restart();
            }

            counted.IsWaiting = false;
            return counted.ToEvent();
        }
    }

    private async Task WriteAsync(CountedEvent counted, Event next)
    {
        var kind = _commands.Kinds.Stored("events");
        if (counted.IsWritten)
        {
            try
            {
                await _commands.UpdateAsync(new ObjectUpdate(kind, new ObjectKey("events", next.Metadata.Namespace!, next.Metadata.Name!), current =>
                    ((Event)current) with { Count = next.Count, LastTimestamp = next.LastTimestamp, Message = next.Message }), _options);
                return;
            }
            catch (ApiException e) when (e.Code == 404)
            {
                // It was deleted or has expired.
                next = Take(counted, isAnew: true);
            }
        }

        await _commands.CreateAsync(kind, next, _options);
        counted.IsWritten = true;
    }

    [LoggerMessage(1, LogLevel.Debug, "Event {Reason} of {Name} was not written: {Why}")]
    private static partial void LogRefused(ILogger log, string reason, string name, string why);

    [LoggerMessage(3, LogLevel.Error, "Event {Reason} of {Name} could not be written")]
    private static partial void LogFailed(ILogger log, string reason, string name, Exception e);
}
