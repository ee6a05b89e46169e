namespace ActorKube.NodeAgent.Runtimes;

public enum SandboxState
{
    /// <summary>The namespace exists; containers can be started in it.</summary>
    Ready,

    /// <summary>Its process is gone: containers can't join any more.</summary>
    NotReady,
}

public sealed record SandboxStatus
{
    public required string Id { get; init; }

    public required PodIdentity Pod { get; init; }

    public int Attempt { get; init; }

    public required SandboxState State { get; init; }

    /// <summary>When it was made, which for one from the warm pool is before its pod was.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Addresses of the sandbox, IPv4 first; empty on the host's network and when it is not ready.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
}

/// <summary>Bytes that went through a network namespace's interfaces, loopback excluded.</summary>
public sealed record NetworkUsage(DateTimeOffset Time, long ReceivedBytes, long SentBytes, long ReceiveErrors, long SendErrors);
