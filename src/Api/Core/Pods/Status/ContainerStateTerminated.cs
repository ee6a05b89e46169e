using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>How and when a run of a container ended.</summary>
[ApiType("io.k8s.api.core.v1.ContainerStateTerminated")]
public sealed partial record ContainerStateTerminated
{
    /// <summary>Exit code of the first process; 137 and 143 are 128 plus a signal.</summary>
    [Field(1, Required = true, Always = true)]
    public int ExitCode { get; init; }

    /// <summary>Signal that ended the container, if one did.</summary>
    [Field(2)]
    public int Signal { get; init; }

    /// <summary>Short cause, such as <c>Completed</c>, <c>Error</c> or <c>OOMKilled</c>.</summary>
    [Field(3)]
    public string? Reason { get; init; }

    /// <summary>Content of the termination message file, or the end of the log.</summary>
    [Field(4)]
    public string? Message { get; init; }

    /// <summary>When this run of the container started.</summary>
    [Field(5, Always = true)]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When this run of the container ended.</summary>
    [Field(6, Always = true)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Identifier of the run's container, as <c>&lt;runtime&gt;://&lt;id&gt;</c>.</summary>
    [Field(7)]
    public string? ContainerID { get; init; }
}
