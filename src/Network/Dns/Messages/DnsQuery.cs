namespace ActorKube.Network.Dns.Messages;

/// <summary>What a client sends.</summary>
/// <param name="Id">Comes back with the answer.</param>
/// <param name="Question">Null if the message can't be read; its <paramref name="Problem"/> says why.</param>
/// <param name="WantsRecursion">Whether servers further up are to be asked.</param>
/// <param name="Extension">Null for a client that doesn't know EDNS.</param>
/// <param name="Problem">What it is to be told instead of an answer; <see cref="DnsCode.Success"/> for nothing.</param>
internal sealed record DnsQuery(ushort Id, DnsQuestion? Question, bool WantsRecursion, DnsExtension? Extension, DnsCode Problem)
{
    /// <summary>Octets of an answer over UDP to a client that says nothing of it.</summary>
    public const int PlainPayload = 512;

    /// <summary>Octets of an answer over UDP, whatever the client takes: what passes any network in one piece (DNS flag day 2020).</summary>
    public const int MaxPayload = 1232;

    /// <summary>Octets that an answer over UDP may have.</summary>
    public int Payload => Extension is { } extension ? Math.Clamp(extension.Payload, PlainPayload, MaxPayload) : PlainPayload;
}

/// <summary>What EDNS adds to a query (RFC 6891).</summary>
/// <param name="Payload">Octets that the client takes over UDP.</param>
internal readonly record struct DnsExtension(int Payload);
