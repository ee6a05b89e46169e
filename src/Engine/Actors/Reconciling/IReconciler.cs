namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>
/// What an object of some resource does by itself. Pure: the same context gives the same decision; no I/O, no clock, no randomness. It decides from the
/// state, never from what may have changed. A resource may have several; they run one after the other in the same turn.
/// </summary>
public interface IReconciler
{
    /// <summary>The resource whose objects it reconciles, such as <c>replicasets.apps</c>.</summary>
    string Resource { get; }

    /// <summary>Says what should happen. An exception is a failure of this object alone: it is reported and the object is tried again.</summary>
    Decision Reconcile(ReconcileContext context);
}
