namespace ActorKube.EndToEnd.Tests.Rebalancing;

/// <summary>Two hosts, and a third one that comes later, which rebalance in a hurry: an over-full node gives up a pod every 2 s, and pods that are younger than 8 s stay.</summary>
public sealed class RebalancedHosts : MemberHosts
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected override int FirstHosts => 2;

    protected override IReadOnlyList<string> MoreOptions => ["--rebalance-period", "2"];
}
