using ActorKube.Engine.Actors.Regions;

namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>Performs actions in the turn of the actor that decided on them.</summary>
public interface IActionPerformer
{
    /// <summary>
    /// Performs one action. Writes go through <see cref="Views.ObjectStore.AppendAsync"/>, so that the next turn sees them, and to other objects without
    /// asking their actors (see <see cref="IRegion.AskAsync"/>). "Already done" is <see cref="ActionOutcome.Done"/>. Exceptions are failures of
    /// the reconcile.
    /// </summary>
    ValueTask<ActionOutcome> PerformAsync(ActorTurn turn, ReconcileAction action, CancellationToken cancellationToken);
}
