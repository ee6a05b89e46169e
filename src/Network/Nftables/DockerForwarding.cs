using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ActorKube.Network.Nftables;

/// <summary>
/// Docker drops what comes from outside to containers whose port it hasn't published, and what one of its networks sends to another. What rules of this node have decided already is let through, in
/// the chain that Docker keeps for others (DOCKER-USER): by a jump to a chain of our own, because Docker reads its chain by iptables, which doesn't understand all that nft does, and then no longer
/// keeps it in front of its own rules. Where Docker has no such chain, or its rules aren't nftables', nothing is needed or can be done.
/// </summary>
/// <param name="owner">By whose name the rule is known.</param>
internal sealed class DockerForwarding(INftables nftables, string owner)
{
    private const string Chain = "ip filter DOCKER-USER";
    private readonly string _own = $"ip filter ACTORKUBE-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)))[..8]}";

    /// <param name="match">Of what is let through, in nft's language. What the owner let through before isn't any more.</param>
    public void Ensure(string match)
    {
        // The comment says what the rule was made from: the kernel shows it in words of its own.
        var comment = $"{owner}: {match}";
        if (List() is not { } rules || rules is [var one] && one.Comment == comment)
        {
            return;
        }

        var target = _own.Split(' ')[^1];
        nftables.Run($"{Deletions(rules)}add chain {_own}\nflush chain {_own}\nadd rule {_own} {match} accept\ninsert rule {Chain} jump {target} comment \"{comment}\"\n");
    }

    public void Remove()
    {
        if (List() is { } rules)
        {
            nftables.Run($"{Deletions(rules)}add chain {_own}\nflush chain {_own}\ndelete chain {_own}\n");
        }
    }

    private static string Deletions(IEnumerable<(long Handle, string Comment)> rules) => string.Concat(rules.Select(static r => $"delete rule {Chain} handle {r.Handle}\n"));

    /// <summary>The rules that are this owner's; null if there is no such chain.</summary>
    private List<(long Handle, string Comment)>? List()
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
                .Where(static r => r.ValueKind == JsonValueKind.Object && r.TryGetProperty("comment", out _))
                .Select(static r => (Handle: r.GetProperty("handle").GetInt64(), Comment: r.GetProperty("comment").GetString()!))
                .Where(r => r.Comment == owner || r.Comment.StartsWith(owner + ": ", StringComparison.Ordinal)),
        ];
    }
}
