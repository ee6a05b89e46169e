using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Explaining;

/// <summary>Taints as kubectl writes them.</summary>
internal static class TaintWords
{
    public static string Of(Taint taint) => string.IsNullOrEmpty(taint.Value) ? $"{taint.Key}:{taint.Effect}" : $"{taint.Key}={taint.Value}:{taint.Effect}";
}
