namespace ActorKube.Actors.Networking;

/// <summary>Where pods find the API server.</summary>
/// <param name="ClusterIp">Address of the service <c>kubernetes</c>: the first of the service range.</param>
/// <param name="Address">Address that the service leads to.</param>
public sealed record ApiServerAddress(string ClusterIp, string Address, int Port);
