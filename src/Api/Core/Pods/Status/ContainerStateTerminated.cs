using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ContainerStateTerminated")]
public sealed partial record ContainerStateTerminated
{
    [Field(1, Required = true, Always = true)]
    public int ExitCode { get; init; }

    [Field(2)]
    public int Signal { get; init; }

    [Field(3)]
    public string? Reason { get; init; }

    [Field(4)]
    public string? Message { get; init; }

    [Field(5, Always = true)]
    public DateTimeOffset? StartedAt { get; init; }

    [Field(6, Always = true)]
    public DateTimeOffset? FinishedAt { get; init; }

    [Field(7)]
    public string? ContainerID { get; init; }
}
