using ActorKube.Api.Core;

namespace ActorKube.Actors.Shared;

/// <summary>Whether pods put up with taints.</summary>
internal static class Tolerations
{
    public static bool Tolerates(Toleration toleration, Taint taint) => TaintTolerance.Tolerates(toleration, taint);

    /// <summary>The first that tolerates it; null for none.</summary>
    public static Toleration? For(Taint taint, IReadOnlyList<Toleration>? tolerations) => TaintTolerance.For(taint, tolerations);
}
