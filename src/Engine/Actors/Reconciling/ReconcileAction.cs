namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>
/// Something a reconciler wants done. The engine only carries actions to their <see cref="IActionPerformer"/>; what there is to do is defined above it.
/// </summary>
public abstract record ReconcileAction;
