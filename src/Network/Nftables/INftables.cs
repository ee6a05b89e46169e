namespace ActorKube.Network.Nftables;

/// <summary>The kernel's packet filter. Not thread-safe.</summary>
internal interface INftables : IDisposable
{
    /// <summary>Runs commands as one transaction.</summary>
    /// <returns>What they print.</returns>
    /// <exception cref="NftablesException">They were refused; nothing of them took effect.</exception>
    string Run(string commands, bool asJson = false);
}

/// <summary>The kernel or the library refused commands. The message is nft's first words about it.</summary>
internal sealed class NftablesException(string message) : Exception(message);
