namespace ActorKube.Engine.Membership;

/// <summary>Who is in, since when, versioned, with what labels. Thread-safe.</summary>
public interface IMembership
{
    /// <summary>This host in this life.</summary>
    MemberId Self { get; }

    /// <summary>The newest view that this host knows.</summary>
    MembershipView View { get; }

    /// <summary>
    /// How long this host has known, by its own steady clock, that a member is dead; null if it isn't, or was never a member. So what waits for a time to have passed
    /// since a death waits rather too long than too short.
    /// </summary>
    TimeSpan? DeadFor(string name);

    /// <summary>Calls back after each change of the view, one call at a time, until the result is disposed.</summary>
    IDisposable Observe(Action<MembershipView> changed);
}
