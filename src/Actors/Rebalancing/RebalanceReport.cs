namespace ActorKube.Actors.Rebalancing;

/// <summary>What rebalancing would do now.</summary>
/// <param name="ClusterWide">All workloads are meant, not only those that ask for it.</param>
/// <param name="On">Anything is meant at all.</param>
/// <param name="Mean">How full nodes are, 0 to 1.</param>
/// <param name="Nodes">The fullest first.</param>
public sealed record RebalanceReport(bool ClusterWide, bool On, double Mean, IReadOnlyList<NodeReport> Nodes);

/// <param name="Fullness">0 to 1.</param>
/// <param name="Move">What it would give up next; null for nothing.</param>
/// <param name="Why">Why nothing.</param>
public sealed record NodeReport(string Name, double Fullness, MoveReport? Move, string? Why);

/// <param name="Fullness">How full the other node would be then.</param>
public sealed record MoveReport(string Namespace, string Pod, string To, double Fullness);
