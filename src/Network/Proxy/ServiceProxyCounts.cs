namespace ActorKube.Network.Proxy;

/// <summary>What a service proxy has done since it started.</summary>
/// <param name="IsKernel">In the kernel rather than by relays.</param>
/// <param name="Services">That are programmed.</param>
/// <param name="Endpoints">Pairs of a frontend and a backend that are programmed.</param>
/// <param name="Unprogrammed">Services of which something can't be programmed; each has a Warning Event.</param>
public sealed record ServiceProxyCounts(bool IsKernel, int Services, int Endpoints, int Unprogrammed, PlaneCounts Plane);
