namespace ActorKube.Actors.Networking;

/// <summary>Where pods find the API server.</summary>
/// <param name="ClusterIp">Address of the service <c>kubernetes</c>: the first of the service range.</param>
/// <param name="Addresses">Tells the addresses that the service leads to at the moment: those of the hosts, in a fixed order.</param>
public sealed record ApiServerAddress(string ClusterIp, Func<IReadOnlyList<string>> Addresses, int Port);
