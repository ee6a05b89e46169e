namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>What a pod says about other pods.</summary>
internal enum RuleKind
{
    /// <summary>It must not have them in its domain, nor they it.</summary>
    Repels,

    /// <summary>It must have one of them in its domain.</summary>
    Needs,

    /// <summary>It prefers to have them in its domain.</summary>
    Likes,

    /// <summary>It prefers not to have them in its domain.</summary>
    Dislikes,

    /// <summary>It must be spread evenly over domains, together with them.</summary>
    Spreads,
}
