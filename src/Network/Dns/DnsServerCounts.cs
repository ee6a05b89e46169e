namespace ActorKube.Network.Dns;

/// <summary>What a DNS server has done since its start.</summary>
/// <param name="Questions">That were read, whoever asked.</param>
/// <param name="Forwarded">That other servers were asked.</param>
/// <param name="Failures">Of those, the ones that nobody answered.</param>
/// <param name="Strangers">Questions from outside the machine's networks, which get no answer.</param>
public sealed record DnsServerCounts(long Questions, long Forwarded, long Failures, long Strangers);
