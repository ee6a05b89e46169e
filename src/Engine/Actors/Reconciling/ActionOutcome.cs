namespace ActorKube.Engine.Actors.Reconciling;

/// <summary>How an action ended, if not in an exception.</summary>
public enum ActionOutcome
{
    Done,

    /// <summary>The state that the decision was based on is no longer true: drop the rest, decide again.</summary>
    Stale,
}
