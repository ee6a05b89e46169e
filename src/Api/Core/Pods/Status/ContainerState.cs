using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Present or former state of a container. One of the three is set; none of them means waiting.</summary>
[ApiType("io.k8s.api.core.v1.ContainerState")]
public sealed partial record ContainerState
{
    /// <summary>Set while the container isn't started yet or between restarts.</summary>
    [Field(1)]
    public ContainerStateWaiting? Waiting { get; init; }

    /// <summary>Set while the container runs; holds the time of its start.</summary>
    [Field(2)]
    public ContainerStateRunning? Running { get; init; }

    /// <summary>Set when the container has ended; holds how and when.</summary>
    [Field(3)]
    public ContainerStateTerminated? Terminated { get; init; }
}
