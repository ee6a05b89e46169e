namespace ActorKube.NodeAgent.Fencing.Guards;

/// <summary>Whom a guard watches, and when it acts.</summary>
public sealed record GuardOptions
{
    /// <summary>The runtime's id of the node: what it owns on the engine carries it.</summary>
    public required string NodeId { get; init; }

    /// <summary><c>unix://PATH</c> or <c>tcp://HOST:PORT</c>. Default: <c>$DOCKER_HOST</c>, else the usual socket.</summary>
    public string? Endpoint { get; init; }

    /// <summary>It acts so long before the last vouch ends. Default 1 s: later than the agent itself, and early enough for the kills.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>It looks at its lease so often. Default 250 ms; a look reads 16 bytes of memory.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>For so long it goes on looking for containers after the last vouch has ended. Default 5 minutes: a host that is late, or half dead, may start some.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The engine has so long to answer before it is asked again. Default 2 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);
}
