using System.Globalization;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>
/// The chain that spreads connections over a number of backends. It is shared by all services that have as many: the chain gives the position, and the map of that
/// position gives the backend of the frontend.
/// </summary>
/// <param name="IsOutside">Of backends for those who come from outside, which differ with an external traffic policy of Local.</param>
/// <param name="Backends">At least 1.</param>
/// <param name="Slots">Of a service with affinity, at least as many as backends; else 0.</param>
/// <param name="Timeout">Of the affinity, in seconds.</param>
internal readonly record struct NftTarget(bool IsOutside, int Backends, int Slots = 0, int Timeout = 0)
{
    public string Prefix => IsOutside ? "outside-" : "";

    public string Chain => this switch
    {
        { Slots: > 0 } => Text($"{Prefix}stick-{Backends}-{Slots}"),
        { Backends: 1 } => Text($"{Prefix}pick-0"),
        _ => Text($"{Prefix}spread-{Backends}"),
    };

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
