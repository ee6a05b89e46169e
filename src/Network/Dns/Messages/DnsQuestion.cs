namespace ActorKube.Network.Dns.Messages;

/// <summary>A name and what is asked of it, in the class Internet.</summary>
internal readonly record struct DnsQuestion(DnsName Name, DnsType Type)
{
    /// <summary>The class of everything here.</summary>
    public const ushort Internet = 1;

    public bool Wants(DnsType type) => Type == type || Type == DnsType.Any;
}
