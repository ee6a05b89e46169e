namespace ActorKube.Network.Pods;

/// <summary>What a node's part of the pod network has to say of itself.</summary>
/// <param name="Routes">To pods of other machines.</param>
/// <param name="Unreachable">Nodes whose pods can't be reached.</param>
/// <param name="Failures">Times that the kernel refused everything.</param>
public readonly record struct PodNetworkCounts(int Routes, int Unreachable, long Failures);
