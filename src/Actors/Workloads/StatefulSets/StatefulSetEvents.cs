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

    /// <summary>A pod whose claim can't be made isn't made either.</summary>
    public static EmitEvent[] FailedClaim(StatefulSet set, string pod, string claim, string error) =>
    [
        EmitEvent.Warning(set, Source, "FailedCreate", $"create Claim {claim} for Pod {pod} in StatefulSet {set.Metadata.Name} failed error: {error}"),
        Failed(set, "Create", pod, $"failed to create PVC {claim}: {error}"),
    ];
}
