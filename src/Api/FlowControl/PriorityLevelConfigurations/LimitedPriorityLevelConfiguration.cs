using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Bounds of a level: its seats, and what becomes of requests beyond them.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration")]
public sealed partial record LimitedPriorityLevelConfiguration
{
    /// <summary>Shares of the server's seats, in proportion to those of all levels; default 30. 0 leaves only borrowed ones.</summary>
    [Field(1, Always = true)]
    public int? NominalConcurrencyShares { get; init; }

    /// <summary>What happens to requests for which there is no seat.</summary>
    [Field(2)]
    public LimitResponse LimitResponse { get; init; } = new();

    /// <summary>Percent of its seats that other levels may borrow, 0 to 100; default 0.</summary>
    [Field(3)]
    public int? LendablePercent { get; init; }

    /// <summary>Seats it may borrow, as percent of its own; may exceed 100. 0 forbids it, absent sets no limit.</summary>
    [Field(4)]
    public int? BorrowingLimitPercent { get; init; }
}
