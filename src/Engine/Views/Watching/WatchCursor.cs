using System.Diagnostics.CodeAnalysis;
using ActorKube.Engine.Journals;

namespace ActorKube.Engine.Views.Watching;

/// <summary>
/// The place of one watcher in the events of a resource. For one caller at a time. Loop: <see cref="TryRead"/> until false, then
/// <see cref="WaitAsync"/>. It costs the view nothing, read or abandoned.
/// </summary>
public sealed class WatchCursor
{
    private readonly ObjectView _view;
    private readonly EventLog _log;
    private EventChunk _chunk;
    private int _index;

    internal WatchCursor(ObjectView view, EventLog log, long afterRevision)
    {
        _view = view;
        _log = log;
        Revision = afterRevision;
        _chunk = log.Seek(afterRevision);
    }

    /// <summary>
    /// Nothing of the resource at or below this revision is still to come. It goes on with the view even while the resource does not
    /// change, provided that <see cref="TryRead"/> is called: the revision of a bookmark.
    /// </summary>
    public long Revision { get; private set; }

    /// <summary>The next event, or false if there is none yet.</summary>
    /// <exception cref="RevisionExpiredException">The watcher was slower than the window: list again.</exception>
    public bool TryRead([NotNullWhen(true)] out ObjectEvent? item)
    {
        while (true)
        {
            // Before looking: when nothing is found, nothing up to here is missing.
            var complete = _view.WatchRevision;
            if (_index < _chunk.Count)
            {
                item = _chunk[_index++];
                if (item.Revision > Revision)
                {
                    Revision = item.Revision;
                    return true;
                }
            }
            else if (!TryAdvance())
            {
                Revision = Math.Max(Revision, complete);
                item = null;
                return false;
            }
        }
    }

    /// <summary>Waits until <see cref="TryRead"/> is worth another call.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var announcement = _log.NextAnnouncement();
        var ready = _index < _chunk.Count || _chunk.Next is not null || _chunk.IsTrimmed;
        return ready ? ValueTask.CompletedTask : new ValueTask(announcement.WaitAsync(cancellationToken));
    }

    private bool TryAdvance()
    {
        if (!_chunk.IsFull)
        {
            return false;
        }

        if (_chunk.Next is { } next)
        {
            _chunk = next;
        }
        else if (_chunk.IsTrimmed)
        {
            _chunk = _log.Seek(Revision);
        }
        else
        {
            return false;
        }

        _index = 0;
        return true;
    }
}
