using System.Collections.Immutable;
using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Actions;

/// <summary>
/// Performs actions side by side in bursts of 1, 2, 4, 8... so that a mistake common to all (a quota, a template that is refused) costs one
/// attempt, not thousands. The first refusal ends it. Of 100 creations of which the 20th is refused, 31 are tried: 1 + 2 + 4 + 8 + 16.
/// </summary>
public sealed record InBursts(ImmutableArray<ReconcileAction> Actions) : ReconcileAction
{
    /// <summary>Largest burst.</summary>
    public const int MaxBurst = 500;

    /// <summary>Size of the first burst; more than 1 where as many have been done before without a refusal.</summary>
    public int First { get; init; } = 1;

    /// <summary>
    /// What else to do once an action was refused: given the refusal and the number of actions that were done. The reconcile
    /// then fails and is tried again after a back-off.
    /// </summary>
    public Func<ApiException, int, ImmutableArray<ReconcileAction>> OnRefused { get; init; } = static (_, _) => [];
}
