namespace ActorKube.Network.Dns.Messages;

/// <summary>What is asked of a name. Others pass through as numbers.</summary>
internal enum DnsType : ushort
{
    A = 1,
    Ns = 2,
    CName = 5,
    Soa = 6,
    Ptr = 12,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Srv = 33,
    Opt = 41,
    Any = 255,
}
