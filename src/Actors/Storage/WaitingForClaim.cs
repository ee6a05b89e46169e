using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Storage;

/// <summary>The pods without a node that want a claim.</summary>
internal static class WaitingForClaim
{
    public static void AddTo(ViewSnapshot snapshot, ObjectKey claim, ICollection<ObjectKey> wake)
    {
        foreach (var pod in VolumeIndexes.PodsWith(snapshot, claim.Namespace, claim.Name).Where(static s => string.IsNullOrEmpty(s.Read<Pod>().Spec.NodeName)))
        {
            wake.Add(pod.Key);
        }
    }
}
