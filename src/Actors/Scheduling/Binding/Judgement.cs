namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>What is said of a pod that is to be bound.</summary>
internal enum Judgement
{
    Fits,

    /// <summary>It may not go there.</summary>
    Refused,

    /// <summary>That depends on pods of which nobody knows yet whether they will be bound.</summary>
    Unsure,
}
