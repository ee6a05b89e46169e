using System.Collections.Concurrent;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Views.Indexes;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Engine.Views;

/// <summary>
/// The replica of all objects in this host's memory. It follows the journal, serves reads from immutable snapshots, and keeps a window of
/// events for watchers.
/// For each batch: apply to the tables, publish the snapshot, append to the event logs, then wake. So whoever sees an event can read its effect,
/// and a bookmark never overtakes an event. Written by the journal's feed, read from any thread without locks.
/// </summary>
public sealed class ObjectView : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, EventLog> _logs = new(StringComparer.Ordinal);
    private readonly RevisionWaiters _waiters = new();
    private readonly Lock _observerGate = new();
    private readonly ViewFeed _feed;
    private IViewObserver[] _observers = [];
    private IAsyncDisposable? _subscription;
    private ViewSnapshot _snapshot = ViewSnapshot.Empty;
    private long _watchRevision;
    private long _floor;

    public ObjectView(ViewOptions options, IEnumerable<IndexDefinition> indexes)
    {
        Options = options;
        _feed = new ViewFeed(this, [.. BuiltInIndexes.All, .. indexes]);
    }

    public ViewOptions Options { get; }

    /// <summary>The revision up to which everything was applied.</summary>
    public long Revision => Snapshot().Revision;

    /// <summary>The revision up to which every event is in the logs. Never above <see cref="Revision"/>.</summary>
    internal long WatchRevision => Volatile.Read(ref _watchRevision);

    /// <summary>Loads what the journal keeps and follows it from there. Completes when the view has caught up.</summary>
    public async Task StartAsync(IJournal journal, CancellationToken cancellationToken = default) =>
        _subscription = await journal.FollowAsync(0, _feed, cancellationToken);

    /// <summary>The newest state.</summary>
    public ViewSnapshot Snapshot() => Volatile.Read(ref _snapshot);

    /// <summary>Waits until everything up to a revision can be read. At once if it can already.</summary>
    public ValueTask WaitForAsync(long revision, CancellationToken cancellationToken = default) =>
        Revision >= revision ? ValueTask.CompletedTask : _waiters.WaitAsync(revision, () => Revision, cancellationToken);

    /// <summary>Watches a resource from behind a revision on, which may lie in the past (within the window) or in the future.</summary>
    /// <exception cref="RevisionExpiredException">The window begins later.</exception>
    public WatchCursor Watch(string resource, long afterRevision) => new(this, Log(resource), afterRevision);

    /// <summary>Adds an observer, which sees what is applied from now on. It is removed by disposing the result.</summary>
    public IDisposable Observe(IViewObserver observer)
    {
        lock (_observerGate)
        {
            _observers = [.. _observers, observer];
        }

        return new Observation(this, observer);
    }

    public ValueTask DisposeAsync() => _subscription?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal EventLog Log(string resource) =>
        _logs.GetOrAdd(resource, static (_, view) => new EventLog(Volatile.Read(ref view._floor)), this);

    /// <summary>The feed's, before the first event: events begin above this revision, also for those who watch already.</summary>
    internal void SetFloor(long revision)
    {
        Volatile.Write(ref _floor, revision);
        foreach (var log in _logs.Values)
        {
            log.StartAt(revision);
        }
    }

    internal void Publish(ViewSnapshot snapshot)
    {
        Volatile.Write(ref _snapshot, snapshot);
        _waiters.Reached(snapshot.Revision);
    }

    /// <summary>The feed's: the events of the published snapshot are in their logs.</summary>
    internal void Announce(ReadOnlySpan<ObjectEvent> events, IEnumerable<EventLog> changed)
    {
        var snapshot = Snapshot();
        Volatile.Write(ref _watchRevision, snapshot.Revision);
        foreach (var log in changed)
        {
            log.Announce();
        }

        foreach (var observer in _observers)
        {
            observer.OnChanged(events, snapshot);
        }
    }

    private void Remove(IViewObserver observer)
    {
        lock (_observerGate)
        {
            _observers = _observers.Where(o => o != observer).ToArray();
        }
    }

    private sealed class Observation(ObjectView view, IViewObserver observer) : IDisposable
    {
        public void Dispose() => view.Remove(observer);
    }
}
