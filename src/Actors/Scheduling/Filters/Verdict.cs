using System.Collections.Immutable;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>What a filter says of a node.</summary>
/// <param name="Reasons">Why the pod can't go there, in the words that users know; none if it can.</param>
/// <param name="Final">Removing other pods would not help.</param>
internal readonly record struct Verdict(ImmutableArray<string> Reasons, bool Final)
{
    public static Verdict Pass { get; } = new([], false);

    public bool Passes => Reasons.IsDefaultOrEmpty;

    public static Verdict Refuse(string reason) => new([reason], false);

    public static Verdict RefuseForGood(string reason) => new([reason], true);
}
