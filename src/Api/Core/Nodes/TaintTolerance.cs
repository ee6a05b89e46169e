namespace ActorKube.Api.Core;

/// <summary>Whether pods put up with taints. Follows <c>kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration</c>.</summary>
public static class TaintTolerance
{
    /// <summary>An empty key with Exists tolerates every taint, an empty effect every effect.</summary>
    public static bool Tolerates(Toleration toleration, Taint taint) =>
        (string.IsNullOrEmpty(toleration.Effect) || toleration.Effect == taint.Effect)
        && (string.IsNullOrEmpty(toleration.Key) || toleration.Key == taint.Key)
        && (toleration.Operator == "Exists" || (toleration.Operator is null or "" or "Equal" && (toleration.Value ?? "") == (taint.Value ?? "")));

    /// <summary>The first that tolerates it; null for none.</summary>
    public static Toleration? For(Taint taint, IReadOnlyList<Toleration>? tolerations) => tolerations?.FirstOrDefault(t => Tolerates(t, taint));
}
