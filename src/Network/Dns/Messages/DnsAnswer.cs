namespace ActorKube.Network.Dns.Messages;

/// <summary>What is said to a question.</summary>
internal sealed record DnsAnswer(DnsCode Code)
{
    /// <summary>Whether this server answers for the zone itself.</summary>
    public bool IsAuthoritative { get; init; }

    public IReadOnlyList<DnsRecord> Answers { get; init; } = [];

    public IReadOnlyList<DnsRecord> Authority { get; init; } = [];

    /// <summary>What the client would ask next; left out first where there is no room.</summary>
    public IReadOnlyList<DnsRecord> Additional { get; init; } = [];
}
