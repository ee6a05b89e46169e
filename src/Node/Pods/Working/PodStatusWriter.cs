using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Pods;

/// <summary>
/// Writes the status of one pod: the newest only, one write at a time, nothing that is stored already. Whoever says that there may be news doesn't wait; what is reported is asked for when it is to
/// be written. News come from one caller at a time.
/// </summary>
/// <param name="record">What is known of the pod now.</param>
internal sealed partial class PodStatusWriter(NodeContext node, ObjectKey key, Func<PodRecord> record, ILogger logger)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Kind _kind = node.Commands.Kinds.Stored(key.Resource);
    private Task _writing = Task.CompletedTask;
    private bool _isBusy;
    private bool _hasNews;

    // Reported, and not yet in the record: the basis of the next report. It was stored with this revision; known when no write is under way.
    private PodStatus? _unseen;
    private long _revision;

    /// <summary>The record has changed. What is heard while the object is being deleted isn't told any more; what was heard before is.</summary>
    public void Tell(CancellationToken cancellationToken)
    {
        var known = record();
        if (known.Gone || known.Deletion.Busy || known.Deletion.Done)
        {
            return;
        }

        lock (_gate)
        {
            if (_isBusy)
            {
                _hasNews = true;
                return;
            }

            if (_unseen is not null && Revisions.TryParse(known.Pod.Metadata.ResourceVersion ?? "", out var seen) && seen >= _revision)
            {
                _unseen = null;
            }

            if (Next() is not { } status)
            {
                return;
            }

            _isBusy = true;
            _writing = Task.Run(() => WriteAllAsync(status, cancellationToken), CancellationToken.None);
        }
    }

    /// <summary>Returns when everything that there was to tell is written, or can't be.</summary>
    public Task FlushAsync()
    {
        lock (_gate)
        {
            return _writing;
        }
    }

    /// <summary>Null if it says what is stored, or reported already.</summary>
    private PodStatus? Next()
    {
        var known = record();
        var pod = known.Pod;
        var before = _unseen is { } unseen ? StatusMerge.Merge(pod.Status, unseen) : pod.Status;
        var status = PodStatusReport.Compute(known with { Pod = pod with { Status = before } }, node.Facts, node.Time.GetUtcNow());
        if (ApiEquality.Same(before, StatusMerge.Merge(pod.Status, status)))
        {
            return null;
        }

        _unseen = status;
        return status;
    }

    private async Task WriteAllAsync(PodStatus first, CancellationToken cancellationToken)
    {
        try
        {
            for (PodStatus? next = first; next is not null; next = TakeNews(isLast: true))
            {
                if (node.Options.PendingStatusDelay is var delay && delay > TimeSpan.Zero && next is { Phase: PodPhases.Pending })
                {
                    await Task.Delay(delay, node.Time, cancellationToken);
                    next = TakeNews(isLast: false) ?? next;
                }

                await WriteAsync(next, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The agent stops; the next one reports what it finds.
        }
    }

    /// <param name="isLast">Without news the writing ends.</param>
    private PodStatus? TakeNews(bool isLast)
    {
        lock (_gate)
        {
            var next = _hasNews ? Next() : null;
            _hasNews = false;
            _isBusy = next is not null || !isLast;
            return next;
        }
    }

    private async Task WriteAsync(PodStatus status, CancellationToken cancellationToken)
    {
        var uid = record().Uid;
        var update = new ObjectUpdate(_kind, key, value => Change((Pod)value, uid, status)) { Scope = UpdateScope.Status };
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var written = await node.Commands.UpdateAsync(update, node.Writing("pod status", "status"), cancellationToken);
                _revision = written.Stored!.Revision;
                return;
            }
            catch (ApiException e)
            {
                // Not again, unless there is something else to tell.
                _revision = long.MaxValue;
                if (e.Code != 404)
                {
                    LogRefused(logger, key.ToString(), e.Message);
                }

                return;
            }
            catch (JournalUnavailableException e)
            {
                LogUnavailable(logger, key.ToString(), e.Message);
                await Task.Delay(RetryDelay, node.Time, cancellationToken);
            }
        }
    }

    /// <summary>A pod of the same name is not the same pod.</summary>
    private static Pod Change(Pod pod, string uid, PodStatus status) => pod.Metadata.Uid == uid ? pod with { Status = StatusMerge.Merge(pod.Status, status) } : pod;

    [LoggerMessage(1, LogLevel.Warning, "The status of {Pod} was refused: {Error}")]
    private static partial void LogRefused(ILogger logger, string pod, string error);

    [LoggerMessage(2, LogLevel.Warning, "The status of {Pod} has to wait: {Error}")]
    private static partial void LogUnavailable(ILogger logger, string pod, string error);
}
