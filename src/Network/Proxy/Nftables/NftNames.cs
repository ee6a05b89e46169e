using System.Globalization;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>Names of the sets, maps and chains of the table. They are for people who read <c>nft list ruleset</c>.</summary>
internal static class NftNames
{
    /// <summary>Frontend: where to go on, for everybody.</summary>
    public const string Services = "services";

    /// <summary>Frontend: where to go on for those who come from outside, where that matters.</summary>
    public const string Outside = "outside";

    /// <summary>Frontend: where to go on for this node and its pods, where that matters.</summary>
    public const string Inside = "inside";

    /// <summary>Frontends that have no backend here: refused or dropped.</summary>
    public const string Unserved = "unserved";

    /// <summary>Frontends that not everybody may connect to.</summary>
    public const string Restricted = "restricted";

    /// <summary>Addresses that only the cluster knows.</summary>
    public const string ClusterIps = "cluster-ips";

    /// <summary>Frontends whose connections get the node's address, so that answers come back by this node.</summary>
    public const string Masqueraded = "masqueraded";

    /// <summary>Frontends of which only the node's own connections get it.</summary>
    public const string MasqueradedForHost = "masqueraded-for-host";

    /// <summary>Frontend, and twice the address of a backend on this node: a pod that connects to itself.</summary>
    public const string Hairpins = "hairpins";

    public const string Split = "split";

    public const string SplitInside = "split-inside";

    public const string Refuse = "refuse";

    /// <summary>The chain that spreads connections over a number of backends, shared by all services that have as many: the chain gives the position, and the map of that position gives the backend of the frontend.</summary>
    public static string Spread(RouteShape shape) => shape switch
    {
        { Slots: > 0 } => Text($"{Prefix(shape)}stick-{shape.Backends}-{shape.Slots}"),
        { Backends: 1 } => Pick(Prefix(shape), 0),
        _ => Text($"{Prefix(shape)}spread-{shape.Backends}"),
    };

    /// <summary>Of all that differs for those who come from outside.</summary>
    public static string Prefix(RouteShape shape) => shape.IsOutside ? "outside-" : "";

    /// <summary>Numbers as nft reads them.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static string Backends(string prefix, int position) => Text($"{prefix}backends-{position}");

    public static string Pick(string prefix, int position) => Text($"{prefix}pick-{position}");

    /// <summary>Clients of a slot.</summary>
    public static string Affinity(string prefix, int slot) => Text($"{prefix}affinity-{slot}");

    /// <summary>Frontend: the chain of a slot, if the slot is taken.</summary>
    public static string Held(string prefix, int slot) => Text($"{prefix}held-{slot}");

    /// <summary>Frontend: the chain of the slot of the backend at a position.</summary>
    public static string Chosen(string prefix, int position) => Text($"{prefix}chosen-{position}");

    /// <summary>Frontend: the backend in a slot.</summary>
    public static string Slot(string prefix, int slot) => Text($"{prefix}slot-{slot}");

    public static string Keep(string prefix, int slot, int timeout) => Text($"{prefix}keep-{slot}-{timeout}");
}
