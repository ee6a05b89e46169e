using ActorKube.Actors.Actions;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Autoscaling.State;

/// <summary>Reads the metrics of an autoscaler, which then decides again with them at hand.</summary>
/// <param name="Basis">The autoscaler.</param>
/// <param name="Pods">Those that it scales.</param>
internal sealed record ReadMetrics(StoredObject Basis, LabelQuery Pods, IReadOnlyList<MetricSpec> Metrics) : ReconcileAction;

/// <summary>Has an autoscaler remember what it did.</summary>
internal sealed record RememberState(ObjectKey Key, AutoscalerState State) : ReconcileAction;

/// <summary>Performs both.</summary>
internal sealed class AutoscalerActions(AutoscalerMemory memory, MetricsReader reader, TimeProvider time) : IActionHandler
{
    public bool Handles(ReconcileAction action) => action is ReadMetrics or RememberState;

    public async ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken)
    {
        if (action is RememberState { Key: var key, State: var state })
        {
            memory.Remember(key, state);
            memory.ForgetReading(key);
            return ActionOutcome.Done;
        }

        var (basis, pods, metrics) = (ReadMetrics)action;
        var answers = await reader.ReadAsync(turn.Store.View.Snapshot(), basis.Key.Namespace, pods, metrics, cancellationToken);
        memory.Remember(basis.Key, new MetricReading(time.GetUtcNow(), basis.Revision, answers));

        // What was decided without them is void.
        return ActionOutcome.Stale;
    }
}
