namespace ActorKube.Network.Addressing;

/// <summary>Protocols that a service can be offered on, by their IP protocol numbers.</summary>
internal enum Transport : byte
{
    Tcp = 6,
    Udp = 17,
    Sctp = 132,
}

internal static class Transports
{
    /// <summary>As the API writes it; empty is TCP. Null for what is none.</summary>
    public static Transport? Parse(string? text) => text switch
    {
        null or "" or "TCP" => Transport.Tcp,
        "UDP" => Transport.Udp,
        "SCTP" => Transport.Sctp,
        _ => null,
    };

    /// <summary>As nftables writes it.</summary>
    public static string Text(this Transport transport) => transport switch
    {
        Transport.Tcp => "tcp",
        Transport.Udp => "udp",
        _ => "sctp",
    };
}
