using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Claims;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Nodes.PodCidrs;

/// <summary>Which ranges of addresses nodes have, as a view knows it. Pure; the cost doesn't depend on the number of nodes, but on those that somebody has chosen a range for.</summary>
internal static class TakenRanges
{
    /// <summary>Some other node has the range, a part of it, or one that it is part of.</summary>
    /// <param name="nodes">The kind.</param>
    /// <param name="by">Who wants it.</param>
    public static bool IsTaken(ViewSnapshot view, Kind nodes, uint first, int prefix, ObjectKey by, DateTimeOffset now) =>
        Within(view, first, prefix).Concat(Around(view, first, prefix)).Any(name => HeldClaims.IsTaken(view, nodes, name, by, now)) || ChosenRanges.Overlap(view, first, prefix, by);

    private static IEnumerable<string> Within(ViewSnapshot view, uint first, int prefix)
    {
        var last = first | ~Mask(prefix);
        var end = Claim.KeyOf(string.Create(CultureInfo.InvariantCulture, $"pod-cidr:{last:x8}.")).Name;
        return view.ListAfter(Claim.KeyOf(string.Create(CultureInfo.InvariantCulture, $"pod-cidr:{first:x8}")))
            .Select(static s => s.Key.Name)
            .TakeWhile(name => string.CompareOrdinal(name, end) < 0)
            .Where(name => int.Parse(name.AsSpan(name.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture) >= prefix);
    }

    private static IEnumerable<string> Around(ViewSnapshot view, uint first, int prefix) =>
        Enumerable.Range(1, Math.Max(0, prefix - 1)).Select(p => NodeClaimNames.Of(first & Mask(p), p)).Where(name => view.Get(Claim.KeyOf(name)) is not null);

    private static uint Mask(int prefix) => prefix == 0 ? 0 : uint.MaxValue << (32 - prefix);
}
