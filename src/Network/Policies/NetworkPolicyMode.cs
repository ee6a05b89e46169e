namespace ActorKube.Network.Policies;

/// <summary>How a node enforces network policies.</summary>
public enum NetworkPolicyMode
{
    /// <summary>In the kernel if that can be had; else each policy that isolates a pod of this node is told that it isn't enforced.</summary>
    Auto,

    /// <summary>In the kernel, or the node doesn't start.</summary>
    Nftables,
}
