using System.Globalization;
using ActorKube.Actors.Scheduling.Neighbours;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>
/// Through which gates a binding has to pass: any two that could together break a required rule have one in common. Rules share a fixed number of gates, so that none is ever left over; that two
/// of them meet in one costs a wait.
/// </summary>
internal static class GateNames
{
    private const uint Buckets = 256;

    /// <summary>For what concerns one node alone: room, ports, and rules whose domains are nodes.</summary>
    public static string OfNode(string node) => "node-" + node;

    /// <summary>The rules that concern the pod wherever it goes: its own ones, and those of others that mean it. In the order in which they are to be passed.</summary>
    public static SortedSet<string> OfRules(PodRequest request)
    {
        var self = request.Self;
        var own = self.Rules.Where(IsShared);
        var others = request.Neighbours.About(self, request.View, r => IsShared(r) && Concerns(r, self));
        var claims = request.Volumes.Exclusive.Select(static c => $"claim {c.Namespace}/{c.Name}");
        return new SortedSet<string>(own.Concat(others).Select(static r => r.Text).Concat(claims).Select(Bucket), StringComparer.Ordinal);
    }

    /// <summary>The first of those of the pod's own rules; null where it has none.</summary>
    public static string? OfOwnRule(Ledger.PlacedPod pod) => pod.Rules.Where(IsShared).Select(static r => Bucket(r.Text)).Min(StringComparer.Ordinal);

    /// <summary>Nodes that decide about different pods at the same time could break it.</summary>
    public static bool IsShared(NeighbourRule rule) => rule is { Kind: RuleKind.Repels, IsAboutNode: false } or { Kind: RuleKind.Needs or RuleKind.Spreads };

    /// <summary>
    /// A pod that is meant by the rule of another one has to see to it: it must stay away from whom it repels. Rules of the other kinds are good for the moment of their own pod's binding only, so
    /// that the order of the two matters just if it has such a rule itself.
    /// </summary>
    public static bool Concerns(NeighbourRule rule, Ledger.PlacedPod meant) => rule.Kind == RuleKind.Repels || meant.Rules.Any(r => r.Kind == rule.Kind);

    private static string Bucket(string text) => string.Create(CultureInfo.InvariantCulture, $"rules-{StableHash.Of(text) % Buckets}");
}
