namespace ActorKube.Network.Dns.Messages;

/// <summary>One record of an answer.</summary>
/// <param name="Ttl">Seconds for which others may remember it.</param>
internal sealed record DnsRecord(DnsName Name, uint Ttl, DnsData Data);
