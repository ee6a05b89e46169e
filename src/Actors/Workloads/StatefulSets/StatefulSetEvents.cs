using ActorKube.Actors.Actions;
using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>What a StatefulSet tells of itself, in Kubernetes' words.</summary>
internal static class StatefulSetEvents
{
    private const string Source = "statefulset-controller";

    public static EmitEvent Tell(StatefulSet set, string verb, string message) => EmitEvent.Normal(set, Source, "Successful" + verb, message);

    /// <param name="verb">Create, Update or Delete.</param>
    public static EmitEvent Done(StatefulSet set, string verb, string pod) =>
        Tell(set, verb, $"{verb.ToLowerInvariant()} Pod {pod} in StatefulSet {set.Metadata.Name} successful");

    public static EmitEvent Failed(StatefulSet set, string verb, string pod, string error) =>
        EmitEvent.Warning(set, Source, "Failed" + verb, $"{verb.ToLowerInvariant()} Pod {pod} in StatefulSet {set.Metadata.Name} failed error: {error}");
}
