using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>A Deployment that recreates its pods waits for the last of the old ones, which their ReplicaSet has stopped counting by then.</summary>
internal sealed class RecreateWakeRule : IWakeRule
{
    public string? Resource => Resources.Pods;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type != ObjectEventType.Deleted || change.Object.Header.Controller is not { Kind: "ReplicaSet" } set)
        {
            return;
        }

        var @namespace = change.Object.Key.Namespace;
        if (snapshot.Get(new ObjectKey(Resources.ReplicaSets, @namespace, set.Name))?.Header.Controller is { Kind: "Deployment" } deployment)
        {
            wake.Add(new ObjectKey(Resources.Deployments, @namespace, deployment.Name));
        }
    }
}
