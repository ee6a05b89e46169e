using System.Collections.Immutable;

namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>The outcome of a reconcile: actions in the order in which to perform them, and when to look again if nothing changes before.</summary>
/// <param name="Actions">Performed one after the other; the rest is dropped when one turns out to be based on old state.</param>
/// <param name="RequeueAfter">Replaces what the previous decision asked for; null for no timer. Zero or less means at once.</param>
public sealed record Decision(ImmutableArray<ReconcileAction> Actions, TimeSpan? RequeueAfter = null)
{
    /// <summary>Everything is as it should be.</summary>
    public static Decision None { get; } = new([]);

    public static Decision Do(params ReadOnlySpan<ReconcileAction> actions) => new([.. actions]);

    public static Decision LookAgain(TimeSpan after) => new([], after);
}
