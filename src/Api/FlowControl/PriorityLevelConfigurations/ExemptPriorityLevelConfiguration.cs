using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Level whose requests run at once. Its seats are only counted so that it can lend idle ones.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.ExemptPriorityLevelConfiguration")]
public sealed partial record ExemptPriorityLevelConfiguration
{
    /// <summary>Shares of the server's seats that count as this level's; default 0.</summary>
    [Field(1)]
    public int? NominalConcurrencyShares { get; init; }

    /// <summary>Percent of its seats that other levels may borrow, 0 to 100; default 0.</summary>
    [Field(2)]
    public int? LendablePercent { get; init; }
}
