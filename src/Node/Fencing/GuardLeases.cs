namespace ActorKube.NodeAgent.Fencing;

/// <summary>What every lease of a guard can do.</summary>
public static class GuardLeases
{
    /// <summary>Reads how much longer the host may take itself for alive, and tells the guard.</summary>
    /// <param name="aliveFor"><see cref="TimeSpan.MaxValue"/> for ever.</param>
    /// <returns>What was read.</returns>
    public static TimeSpan Renew(this IGuardLease lease, Func<TimeSpan> aliveFor)
    {
        // The clock comes first: a pause between the two must not prolong anything.
        var now = lease.Now;
        var left = aliveFor();
        lease.Renew(left > TimeSpan.MaxValue - now ? TimeSpan.MaxValue : now + left);
        return left;
    }
}
