namespace ActorKube.Network.Proxy;

/// <summary>What a service proxy has done since it started.</summary>
/// <param name="IsKernel">In the kernel rather than by relays.</param>
/// <param name="Services">That are programmed.</param>
/// <param name="Endpoints">Pairs of a frontend and a backend.</param>
/// <param name="Unprogrammed">Services of which something can't be programmed; each has a Warning Event.</param>
/// <param name="Changes">Transactions that took effect.</param>
/// <param name="Failures">Transactions that were refused.</param>
/// <param name="Rebuilds">Of the changes, those that made everything anew.</param>
/// <param name="Seconds">Sum of the times from the first change in the view to its effect.</param>
/// <param name="LastSeconds">The last of them.</param>
public sealed record ServiceProxyCounts(bool IsKernel, int Services, int Endpoints, int Unprogrammed, long Changes, long Failures, long Rebuilds, double Seconds, double LastSeconds);
