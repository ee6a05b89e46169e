using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Waking;

namespace ActorKube.Engine.Actors;

/// <summary>What makes the engine's actors those of something: decided above the engine, handed in at composition.</summary>
/// <param name="Reconcilers">What objects do.</param>
/// <param name="WakeRules">Who is concerned by what.</param>
/// <param name="Performer">How actions are performed.</param>
/// <param name="Failures">Where failures are shown.</param>
public sealed record ActorBehaviour(
    IReadOnlyList<IReconciler> Reconcilers,
    IReadOnlyList<IWakeRule> WakeRules,
    IActionPerformer Performer,
    IReconcileFailureSink Failures);
