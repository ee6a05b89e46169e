using System.Text.Json;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>
/// Docker drops what comes from outside to containers whose port it hasn't published. Connections of services have passed rules of this node already, so they are let through, in the chain that
/// Docker keeps for others (DOCKER-USER). Where Docker has no such chain, or its rules aren't nftables', nothing is needed or can be done.
/// </summary>
internal sealed class DockerForwarding(INftables nftables, string table)
{
    private const string Chain = "ip filter DOCKER-USER";

    public void Ensure()
    {
        if (List() is { Count: 0 })
        {
            nftables.Run($"insert rule {Chain} ct status & dnat == dnat accept comment \"{table}\"");
        }
    }

    public void Remove()
    {
        foreach (var handle in List() ?? [])
        {
            nftables.Run($"delete rule {Chain} handle {handle}");
        }
    }

    /// <summary>Handles of the rules that are this table's; null if there is no such chain.</summary>
    private List<long>? List()
    {
        string listing;
        try
        {
            listing = nftables.Run($"list chain {Chain}", asJson: true);
        }
        catch (NftablesException)
        {
            return null;
        }

        using var document = JsonDocument.Parse(listing);
        return
        [
            .. document.RootElement.GetProperty("nftables").EnumerateArray()
                .Select(static i => i.TryGetProperty("rule", out var rule) ? rule : default)
                .Where(r => r.ValueKind == JsonValueKind.Object && r.TryGetProperty("comment", out var comment) && comment.GetString() == table)
                .Select(static r => r.GetProperty("handle").GetInt64()),
        ];
    }
}
