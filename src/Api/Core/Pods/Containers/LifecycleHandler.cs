using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>What a hook does; exactly one action must be set.</summary>
[ApiType("io.k8s.api.core.v1.LifecycleHandler")]
public sealed partial record LifecycleHandler
{
    /// <summary>Runs a command in the container; a code other than 0 is a failure.</summary>
    [Field(1)]
    public ExecAction? Exec { get; init; }

    /// <summary>Sends an HTTP request to the container from the node.</summary>
    [Field(2)]
    public HTTPGetAction? HttpGet { get; init; }

    /// <summary>Deprecated and without effect: as a hook it passes validation but fails when it runs.</summary>
    [Field(3)]
    public TCPSocketAction? TcpSocket { get; init; }

    /// <summary>Waits for some seconds; useful before a stop.</summary>
    [Field(4)]
    public SleepAction? Sleep { get; init; }
}
