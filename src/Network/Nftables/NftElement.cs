namespace ActorKube.Network.Nftables;

/// <summary>An element of a set or map of the table.</summary>
/// <param name="Data">Null in a set.</param>
internal readonly record struct NftElement(string Set, string Key, string? Data = null);
