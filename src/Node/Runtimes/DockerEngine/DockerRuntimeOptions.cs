namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>How a <see cref="DockerRuntime"/> uses its engine.</summary>
public sealed record DockerRuntimeOptions
{
    /// <summary>Who owns what is made: letters, digits, dots and dashes. Two nodes on one engine need two ids.</summary>
    public required string NodeId { get; init; }

    /// <summary><c>unix://PATH</c> or <c>tcp://HOST:PORT</c>. Default: <c>$DOCKER_HOST</c>, else the usual socket.</summary>
    public string? Endpoint { get; init; }

    /// <summary>
    /// Containers started at the same time; more only make each other slower. Default twice the cores, at least 4: on 2 cores 20 starts take 0.86 s two at a time,
    /// 0.67 s four, 0.70 s eight and 0.75 s sixteen at a time.
    /// </summary>
    public int ParallelStarts { get; init; } = Math.Max(4, Environment.ProcessorCount * 2);

    public WarmPoolOptions WarmPool { get; init; } = new();

    /// <summary>Interface name of the bridge that sandboxes are on, at most 15 characters: they wait for their network (<see cref="ISandboxRuntime.UsePodNetworkAsync"/>). Default null: the engine's default bridge.</summary>
    public string? PodBridge { get; init; }

    /// <summary>A container's log is rotated at this size, 5 files are kept. Default 10 MiB, as kubelet's.</summary>
    public long LogFileBytes { get; init; } = 10 << 20;

    internal void Validate()
    {
        if (NodeId.Length is 0 or > 63 || !NodeId.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
        {
            throw new ArgumentException($"a node id has 1 to 63 letters, digits, dots and dashes; '{NodeId}' has not");
        }

        if (PodBridge is { Length: 0 or > 15 })
        {
            throw new ArgumentException($"an interface's name has 1 to 15 characters; '{PodBridge}' has not");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(ParallelStarts, 1);
        WarmPool.Validate();
    }
}

/// <summary>How many sandboxes wait for pods. One takes about 100 ms of two cores to make and 3 MiB of the engine's memory to keep.</summary>
public sealed record WarmPoolOptions
{
    /// <summary>Kept ready at rest. Default 16: a burst of 50 pods then still starts as fast as 50 bare containers. 0 with <see cref="Maximum"/> 0 turns the pool off.</summary>
    public int Minimum { get; init; } = 16;

    /// <summary>Never more than this. Default 64: a burst of 50 pods, and some.</summary>
    public int Maximum { get; init; } = 64;

    /// <summary>Claims within this time of each other count as one burst. Default 10 s.</summary>
    public TimeSpan BurstWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For so long the largest burst is kept in stock, for the next one. Default 5 minutes.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Refilling begins when nothing has been started for this time, so as not to slow down pods. Default 250 ms.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Sandboxes made at the same time. Default 2.</summary>
    public int ParallelRefill { get; init; } = 2;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Minimum);
        ArgumentOutOfRangeException.ThrowIfLessThan(Maximum, Minimum);
        ArgumentOutOfRangeException.ThrowIfLessThan(ParallelRefill, 1);
    }
}
