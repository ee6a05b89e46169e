namespace ActorKube.Engine.Membership;

/// <summary>Where a member is in its life. It only ever moves down this list; a host that comes back is a new incarnation.</summary>
public enum MemberStatus
{
    /// <summary>At work: it has actors, and can be voted dead.</summary>
    Active,

    /// <summary>It said good-bye. Others do its work; its pods count as running until the restart grace is over.</summary>
    Stopped,

    /// <summary>Given up: by a majority of votes, or because it did not return after it had stopped.</summary>
    Dead,
}
