using System.Globalization;
using ActorKube.Actors.Actions;
using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>What a Deployment tells of itself.</summary>
internal static class DeploymentEvents
{
    public const string Source = "deployment-controller";

    public static EmitEvent Scaled(Deployment deployment, string set, int from, int to) => EmitEvent.Normal(deployment, Source, "ScalingReplicaSet",
        string.Create(CultureInfo.InvariantCulture, $"Scaled {(from < to ? "up" : "down")} replica set {set} from {from} to {to}"));
}
