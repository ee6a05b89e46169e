namespace ActorKube.Network.Nftables;

/// <summary>A set, map or chain of the table.</summary>
/// <param name="Kind"><c>set</c>, <c>map</c> or <c>chain</c>.</param>
/// <param name="Declaration">What stands in braces: types and flags, or the hook of a base chain. Empty: nothing.</param>
/// <param name="Rules">Of a chain, each on one line, joined by line feeds; they refer only to sets, and to chains that are declared by then.</param>
internal sealed record NftPart(string Kind, string Name, string Declaration, string Rules = "")
{
    public IEnumerable<string> EachRule => Rules.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static NftPart Map(string name, string type, string data) => new("map", name, $"type {type} : {data} ;");

    public static NftPart Set(string name, string type) => new("set", name, $"type {type} ;");

    public static NftPart Chain(string name, params IEnumerable<string> rules) => new("chain", name, "", string.Join('\n', rules));

    public static NftPart BaseChain(string name, string hook, params IEnumerable<string> rules) => new("chain", name, $"type {hook} ; policy accept ;", string.Join('\n', rules));
}
