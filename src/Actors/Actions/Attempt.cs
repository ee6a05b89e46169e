using System.Collections.Immutable;
using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Actions;

/// <summary>An action that may be refused, and what follows: one thing when it was done, another when it was refused, which is then no failure of the reconcile.</summary>
public sealed record Attempt(ReconcileAction Action) : ReconcileAction
{
    public ImmutableArray<ReconcileAction> Then { get; init; } = [];

    public Func<ApiException, ImmutableArray<ReconcileAction>> Else { get; init; } = static _ => [];
}
