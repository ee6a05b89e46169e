using ActorKube.Actors.Autoscaling.State;
using ActorKube.Actors.Shared;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Autoscaling;

/// <summary>
/// Looks after an autoscaler once in a period, whatever changes meanwhile: metrics are no faster. A turn in which metrics are needed has them read and is decided again with them at hand.
/// </summary>
internal sealed class HorizontalPodAutoscalerReconciler(KindRegistry kinds, AutoscalingOptions options, AutoscalerMemory memory) : IReconciler
{
    /// <summary>Metrics that were read for a decision that came to nothing serve the next one for so long.</summary>
    private static readonly TimeSpan ReadingLasts = TimeSpan.FromSeconds(5);

    public string Resource => Resources.HorizontalPodAutoscalers;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored)
        {
            memory.Forget(context.Key);
            return Decision.None;
        }

        var state = memory.Of(context.Key, stored.Header.Uid, context.Now);
        var due = state.SyncedAt + options.SyncPeriod;
        if (context.Now < due)
        {
            return Decision.LookAgain(due - context.Now);
        }

        var reading = memory.Reading(context.Key) is { } read && read.Revision == stored.Revision && context.Now - read.Time < ReadingLasts ? read : null;
        return new Decision(new AutoscalerSync(stored, context, kinds, options, state, reading).Decide(), options.SyncPeriod);
    }
}
