namespace ActorKube.Network.Policies;

/// <summary>What the enforcement of policies has done since it started.</summary>
/// <param name="IsKernel">False: nothing is enforced, since the kernel can't be had.</param>
/// <param name="Policies">That isolate pods of this node.</param>
/// <param name="IsolatedPods">Of this node.</param>
/// <param name="Unprogrammed">Policies of which something can't be programmed; each has a Warning Event.</param>
public sealed record NetworkPolicyCounts(bool IsKernel, int Policies, int IsolatedPods, int Unprogrammed, PlaneCounts Plane);
