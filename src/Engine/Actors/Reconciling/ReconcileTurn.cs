using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>One turn of one object: read, decide, perform, for each of its reconcilers.</summary>
internal sealed class ReconcileTurn(ObjectStore store, IEnumerable<IReconciler> reconcilers, IActionPerformer performer, TimeProvider time)
{
    private readonly Dictionary<string, IReconciler[]> _reconcilers =
        reconcilers.GroupBy(r => r.Resource, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public IReadOnlySet<string> Resources => _reconcilers.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns when to look again: zero for at once, null for when something changes.</summary>
    public async ValueTask<TimeSpan?> RunAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        TimeSpan? next = null;
        foreach (var reconciler in _reconcilers[key.Resource])
        {
            var snapshot = store.View.Snapshot();
            var decision = reconciler.Reconcile(new ReconcileContext(key, snapshot.Get(key), snapshot, time.GetUtcNow()));
            if (await PerformAsync(key, decision, cancellationToken) == ActionOutcome.Stale)
            {
                return TimeSpan.Zero;
            }

            next = decision.RequeueAfter is { } after && !(after >= next) ? after : next;
        }

        return next;
    }

    private async ValueTask<ActionOutcome> PerformAsync(ObjectKey key, Decision decision, CancellationToken cancellationToken)
    {
        foreach (var action in decision.Actions)
        {
            if (await performer.PerformAsync(new ActorTurn(key, store), action, cancellationToken) == ActionOutcome.Stale)
            {
                return ActionOutcome.Stale;
            }
        }

        return ActionOutcome.Done;
    }
}
