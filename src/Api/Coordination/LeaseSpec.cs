using ActorKube.Api.Schema;

namespace ActorKube.Api.Coordination;

/// <summary>Who holds a lease and for how long.</summary>
[ApiType("io.k8s.api.coordination.v1.LeaseSpec")]
public sealed partial record LeaseSpec
{
    /// <summary>Identity of the holder; absent or empty while the lease is free.</summary>
    [Field(1, KeepEmpty = true)]
    public string? HolderIdentity { get; init; }

    /// <summary>Seconds after <c>renewTime</c> from which another candidate may take the lease.</summary>
    [Field(2)]
    public int? LeaseDurationSeconds { get; init; }

    /// <summary>When the present holder got the lease, to the microsecond.</summary>
    [Field(3, Format = "micro-time")]
    public DateTimeOffset? AcquireTime { get; init; }

    /// <summary>When the present holder last renewed the lease, to the microsecond.</summary>
    [Field(4, Format = "micro-time")]
    public DateTimeOffset? RenewTime { get; init; }

    /// <summary>Number of times that the lease went to another holder.</summary>
    [Field(5)]
    public int? LeaseTransitions { get; init; }

    /// <summary>How a leader is picked under coordinated election, such as <c>OldestEmulationVersion</c>; absent without it.</summary>
    [Field(6, KeepEmpty = true)]
    public string? Strategy { get; init; }

    /// <summary>Identity to which the holder should hand over. Needs <c>strategy</c>.</summary>
    [Field(7, KeepEmpty = true)]
    public string? PreferredHolder { get; init; }
}
