using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;

namespace ActorKube.Actors.Actions;

/// <summary>Performs actions of a kind of their own, such as the binding of a pod.</summary>
public interface IActionHandler
{
    bool Handles(ReconcileAction action);

    /// <summary>As <see cref="IActionPerformer.PerformAsync"/>.</summary>
    ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken);
}
