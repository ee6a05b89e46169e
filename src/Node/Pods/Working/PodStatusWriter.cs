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
/// Writes the status of one pod: the newest only, one write at a time, nothing that was written before. Whoever offers a status doesn't wait. Offers come
/// from one caller at a time.
/// </summary>
internal sealed partial class PodStatusWriter(NodeContext node, ObjectKey key, string uid, ILogger logger)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Kind _kind = node.Commands.Kinds.Stored(key.Resource);
    private PodStatus? _pending;
    private Task _writing = Task.CompletedTask;
    private bool _busy;

    /// <summary>What was offered last.</summary>
    public PodStatus? Offered { get; private set; }

    public void Offer(PodStatus status, CancellationToken cancellationToken)
    {
        if (Offered is { } last && ApiEquality.Same(last, status))
        {
            return;
        }

        Offered = status;
        lock (_gate)
        {
            _pending = status;
            if (_busy)
            {
                return;
            }

            _busy = true;
            _writing = Task.Run(() => WriteAllAsync(cancellationToken), CancellationToken.None);
        }
    }

    /// <summary>Returns when everything that was offered is written, or can't be.</summary>
    public Task FlushAsync()
    {
        lock (_gate)
        {
            return _writing;
        }
    }

    private async Task WriteAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (Take() is { } status)
            {
                await WriteAsync(status, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The agent stops; the next one reports what it finds.
        }
    }

    private PodStatus? Take()
    {
        lock (_gate)
        {
            var next = _pending;
            _pending = null;
            _busy = next is not null;
            return next;
        }
    }

    private async Task WriteAsync(PodStatus status, CancellationToken cancellationToken)
    {
        var update = new ObjectUpdate(_kind, key, value => Change((Pod)value, status)) { Scope = UpdateScope.Status };
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await node.Commands.UpdateAsync(update, node.Writing("pod status", "status"), cancellationToken);
                return;
            }
            catch (ApiException e) when (e.Code == 404)
            {
                return;
            }
            catch (ApiException e)
            {
                LogRefused(logger, key.ToString(), e.Message);
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
    private Pod Change(Pod pod, PodStatus status) => pod.Metadata.Uid == uid ? pod with { Status = StatusMerge.Merge(pod.Status, status) } : pod;

    [LoggerMessage(1, LogLevel.Warning, "The status of {Pod} was refused: {Error}")]
    private static partial void LogRefused(ILogger logger, string pod, string error);

    [LoggerMessage(2, LogLevel.Warning, "The status of {Pod} has to wait: {Error}")]
    private static partial void LogUnavailable(ILogger logger, string pod, string error);
}
