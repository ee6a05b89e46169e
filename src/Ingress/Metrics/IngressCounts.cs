namespace ActorKube.Ingresses.Metrics;

/// <summary>What an ingress has done since its start, and does now.</summary>
/// <param name="Connections">Of clients, open now.</param>
/// <param name="BackendConnections">Connections to backends that were made.</param>
/// <param name="Retries">Requests that were sent to another endpoint because one couldn't be connected to.</param>
/// <param name="Problems">Things that Ingresses ask for and can't have; each has a Warning Event.</param>
/// <param name="Requests">By Ingress.</param>
public sealed record IngressCounts(long Connections, long BackendConnections, long Retries, int Problems, IReadOnlyList<IngressRequestCounts> Requests);

/// <param name="Namespace">Empty, as the name, for requests that no Ingress is for.</param>
/// <param name="Answered">By class of the answer's status: 1xx, 2xx, 3xx, 4xx, 5xx. Upgraded connections are of the first.</param>
/// <param name="Active">Requests under way.</param>
/// <param name="Duration">Of all requests that were answered, added up.</param>
public sealed record IngressRequestCounts(string Namespace, string Name, IReadOnlyList<long> Answered, long Active, TimeSpan Duration);
