using ActorKube.Api.Schema;

namespace ActorKube.Api.Coordination;

[ApiType("io.k8s.api.coordination.v1.LeaseSpec")]
public sealed partial record LeaseSpec
{
    [Field(1, KeepEmpty = true)]
    public string? HolderIdentity { get; init; }

    [Field(2)]
    public int? LeaseDurationSeconds { get; init; }

    [Field(3, Format = "micro-time")]
    public DateTimeOffset? AcquireTime { get; init; }

    [Field(4, Format = "micro-time")]
    public DateTimeOffset? RenewTime { get; init; }

    [Field(5)]
    public int? LeaseTransitions { get; init; }

    [Field(6, KeepEmpty = true)]
    public string? Strategy { get; init; }

    [Field(7, KeepEmpty = true)]
    public string? PreferredHolder { get; init; }
}
