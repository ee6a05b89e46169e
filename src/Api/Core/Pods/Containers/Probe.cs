using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Periodic check of a container. Exactly one of <c>exec</c>, <c>httpGet</c>, <c>tcpSocket</c> and <c>grpc</c> must be set.</summary>
[ApiType("io.k8s.api.core.v1.Probe")]
public sealed partial record Probe
{
    /// <summary>Runs a command in the container; exit code 0 is success.</summary>
    [Field(1, In = 1)]
    public ExecAction? Exec { get; init; }

    /// <summary>Sends an HTTP request; a status from 200 to 399 is success.</summary>
    [Field(2, In = 1)]
    public HTTPGetAction? HttpGet { get; init; }

    /// <summary>Opens a TCP connection; being accepted is success.</summary>
    [Field(3, In = 1)]
    public TCPSocketAction? TcpSocket { get; init; }

    /// <summary>Asks the gRPC health service; <c>SERVING</c> is success.</summary>
    [Field(4, In = 1)]
    public GRPCAction? Grpc { get; init; }

    /// <summary>Seconds from the container's start to the first check; default 0.</summary>
    [Field(2)]
    public int InitialDelaySeconds { get; init; }

    /// <summary>Seconds after which a check counts as failed; default and minimum 1.</summary>
    [Field(3)]
    public int TimeoutSeconds { get; init; }

    /// <summary>Seconds from one check to the next; default 10, minimum 1.</summary>
    [Field(4)]
    public int PeriodSeconds { get; init; }

    /// <summary>Successes in a row that end a failure; default 1, and it must be 1 for liveness and startup.</summary>
    [Field(5)]
    public int SuccessThreshold { get; init; }

    /// <summary>Failures in a row that make the probe fail; default 3, minimum 1.</summary>
    [Field(6)]
    public int FailureThreshold { get; init; }

    /// <summary>Seconds for the container to end when this probe fails, in place of the Pod's period; at least 1, not for readiness.</summary>
    [Field(7)]
    public long? TerminationGracePeriodSeconds { get; init; }
}
