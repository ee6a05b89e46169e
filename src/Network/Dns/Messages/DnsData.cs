using System.Net;

namespace ActorKube.Network.Dns.Messages;

/// <summary>What a record says.</summary>
internal abstract record DnsData(DnsType Type);

/// <summary>A or AAAA, as the address is.</summary>
internal sealed record AddressData(IPAddress Address) : DnsData(Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa);

/// <summary>CNAME, NS or PTR.</summary>
internal sealed record NameData(DnsType Type, DnsName Name) : DnsData(Type);

/// <summary>Where a service is (RFC 2782).</summary>
internal sealed record ServiceData(ushort Priority, ushort Weight, ushort Port, DnsName Target) : DnsData(DnsType.Srv);

/// <summary>Up to 255 octets.</summary>
internal sealed record TextData(string Text) : DnsData(DnsType.Txt);

/// <summary>Who answers for a zone; times in seconds. What isn't there may be remembered for <paramref name="Minimum"/> (RFC 2308).</summary>
internal sealed record AuthorityData(DnsName Server, DnsName Mailbox, uint Serial, uint Refresh, uint Retry, uint Expire, uint Minimum) : DnsData(DnsType.Soa);

/// <summary>Where mail goes (RFC 1035).</summary>
internal sealed record MailData(ushort Preference, DnsName Exchange) : DnsData(DnsType.Mx);

/// <summary>What passes through as it is: no name is in it, or none that may be compressed (RFC 3597).</summary>
internal sealed record RawData(DnsType Type, ReadOnlyMemory<byte> Octets) : DnsData(Type);
