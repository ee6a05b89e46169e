using System.Text.Json;

namespace ActorKube.Network.Nftables;

/// <summary>What a table consists of: how many rules each chain has, and a digest of the elements of each set. What clients leave behind, their affinities, isn't counted.</summary>
internal sealed class NftInventory : IEquatable<NftInventory>
{
    private readonly SortedDictionary<string, (int Count, long Digest)> _parts = new(StringComparer.Ordinal);

    private NftInventory()
    {
    }

    /// <summary>As it should be.</summary>
    public static NftInventory Of(IEnumerable<NftPart> parts, IEnumerable<NftElement> elements)
    {
        var inventory = new NftInventory();
        foreach (var part in parts)
        {
            var isChain = part.Kind == "chain";
            inventory._parts[Name(isChain, part.Name)] = (isChain ? part.EachRule.Count() : 0, 0);
        }

        foreach (var element in elements)
        {
            inventory.Add(Name(false, element.Set), $"{element.Key}:{element.Data}");
        }

        return inventory;
    }

    /// <param name="listing">Of nft, as JSON.</param>
    public static NftInventory Read(string listing)
    {
        var inventory = new NftInventory();
        using var document = JsonDocument.Parse(listing);
        foreach (var item in document.RootElement.GetProperty("nftables").EnumerateArray().SelectMany(static i => i.EnumerateObject()))
        {
            switch (item.Name)
            {
                case "set" or "map":
                    inventory.ReadSet(item.Value);
                    break;
                case "chain":
                    inventory._parts.TryAdd(Name(true, item.Value.GetProperty("name").GetString()!), default);
                    break;
                case "rule":
                    var chain = Name(true, item.Value.GetProperty("chain").GetString()!);
                    inventory._parts[chain] = (inventory._parts.GetValueOrDefault(chain).Count + 1, 0);
                    break;
                default:
                    break;
            }
        }

        return inventory;
    }

    public bool Equals(NftInventory? other) => other is not null && _parts.SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as NftInventory);

    public override int GetHashCode() => _parts.Count;

    private static string Name(bool isChain, string name) => isChain ? $"chain {name}" : $"set {name}";

    private void ReadSet(JsonElement set)
    {
        var name = Name(false, set.GetProperty("name").GetString()!);
        _parts.TryAdd(name, default);
        var isDynamic = set.TryGetProperty("flags", out var flags) && flags.EnumerateArray().Any(static f => f.GetString() == "timeout");
        if (isDynamic || !set.TryGetProperty("elem", out var elements))
        {
            return;
        }

        foreach (var element in elements.EnumerateArray())
        {
            var isMap = element.ValueKind == JsonValueKind.Array;
            Add(name, isMap ? $"{Text(element[0])}:{Text(element[1])}" : $"{Text(element)}:");
        }
    }

    /// <summary>Elements come in any order.</summary>
    private void Add(string set, string element)
    {
        var (count, digest) = _parts.GetValueOrDefault(set);
        _parts[set] = (count + 1, digest + string.GetHashCode(element, StringComparison.Ordinal));
    }

    /// <summary>A value as nft's language writes it.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => value.EnumerateObject().First() switch
        {
            { Name: "concat" } concat => string.Join(" . ", concat.Value.EnumerateArray().Select(Text)),
            { Name: "range" } range => string.Join('-', range.Value.EnumerateArray().Select(Text)),
            { Name: "prefix" } prefix => $"{Text(prefix.Value.GetProperty("addr"))}/{Text(prefix.Value.GetProperty("len"))}",
            { Name: "goto" or "jump" } verdict => $"{verdict.Name} {verdict.Value.GetProperty("target").GetString()}",
            { Value.ValueKind: JsonValueKind.Null } verdict => verdict.Name,
            var other => other.Value.GetRawText(),
        },
    };
}
