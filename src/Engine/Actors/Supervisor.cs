using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Actors.Timers;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Actors;

/// <summary>Runs the turn of one woken actor and decides what comes after it: nothing, an alarm, another turn, or a retry after a failure.</summary>
internal sealed class Supervisor(
    ReconcileTurn turn, TimerQueue timers, IReconcileFailureSink sink, ActorMetrics metrics, ILogger logger)
{
    private readonly BackOff _backOff = new();

    public async Task RunAsync(ObjectActor actor, CancellationToken cancellationToken)
    {
        await actor.BeginReconcileAsync();
        try
        {
            metrics.Reconciled(actor.Key.Resource);
            var next = await turn.RunAsync(actor.Key, cancellationToken);
            _backOff.Succeed(actor.Key);
            LookAgain(actor, next);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops. The next one reconciles everything once.
        }
        catch (Exception e)
        {
            Fail(actor, e);
        }
        finally
        {
            actor.Leave();
        }
    }

    private void LookAgain(ObjectActor actor, TimeSpan? after)
    {
        if (after is { } wait && wait > TimeSpan.Zero)
        {
            timers.Set(actor.Key, wait);
            return;
        }

        timers.Clear(actor.Key);
        if (after is not null)
        {
            actor.TryWake();
        }
    }

    private void Fail(ObjectActor actor, Exception exception)
    {
        var (failures, delay) = _backOff.Fail(actor.Key);
        timers.Set(actor.Key, delay);
        metrics.Failed(actor.Key.Resource);
        try
        {
            sink.OnFailed(actor.Key, exception, failures, delay);
        }
        catch (Exception e)
        {
            // A failure that can't be shown must not take the worker with it.
            ActorLog.FailureNotShown(logger, actor.Key, e);
        }
    }
}
