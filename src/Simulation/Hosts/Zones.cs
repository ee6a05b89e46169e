namespace ActorKube.Simulation.Hosts;

/// <summary>Hosts are in two zones by turns: a and c in the one, b in the other.</summary>
internal static class Zones
{
    public const string Label = "topology.kubernetes.io/zone";

    public static string Of(string host) => host[0] % 2 == 0 ? "even" : "odd";

    public static IReadOnlyDictionary<string, string> Labels(string host) => new Dictionary<string, string> { [Label] = Of(host), ["kubernetes.io/hostname"] = host };
}
