using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Storage;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Volumes;

/// <summary>What has to be done so that the delayed claims of a pod get volumes on a node.</summary>
/// <param name="Actions">None while it is done and the claims are yet to be bound.</param>
internal sealed record VolumePlan(ImmutableArray<ReconcileAction> Actions)
{
    /// <summary>Null when the node can't have volumes for all of them.</summary>
    public static VolumePlan? For(PodVolumes volumes, NodeFacts node)
    {
        var actions = ImmutableArray.CreateBuilder<ReconcileAction>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in volumes.Delayed)
        {
            if (claim.SelectedNode is { } selected)
            {
                if (selected != node.Name)
                {
                    return null;
                }
            }
            else if (claim.Volumes.FirstOrDefault(v => !taken.Contains(v.Key.Name) && IsReachable(v, node)) is { } volume)
            {
                taken.Add(volume.Key.Name);
                if (volume != claim.Reserved || string.IsNullOrEmpty(volume.Read<PersistentVolume>().Spec.ClaimRef?.Uid))
                {
                    actions.Add(ClaimBinding.Take(volume, claim.Claim));
                }
            }
            else if (claim.Reserved is null && StorageClasses.Provisions(claim.Class, node.Labels))
            {
                actions.Add(new ReplaceObject(claim.Stored, claim.Claim with { Metadata = Annotated.With(claim.Claim.Metadata, VolumeAnnotations.SelectedNode, node.Name) }));
            }
            else
            {
                return null;
            }
        }

        return new VolumePlan(actions.ToImmutable());
    }

    private static bool IsReachable(StoredObject volume, NodeFacts node) => VolumeFacts.IsReachable(volume.Read<PersistentVolume>(), node.Name, node.Labels);
}
