using System.Collections.Immutable;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Storage;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Volumes;

/// <summary>
/// How the claims of a pod stand. Follows <c>kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode</c>.
/// </summary>
/// <param name="Refusal">Why the pod can't go anywhere yet; null for nothing.</param>
/// <param name="Bound">The volumes of claims that are bound; null for one that is gone.</param>
/// <param name="Delayed">Claims that get a volume where the pod goes.</param>
/// <param name="Exclusive">Keys of the claims that one pod alone may use.</param>
internal sealed record PodVolumes(string? Refusal, ImmutableArray<PersistentVolume?> Bound, ImmutableArray<DelayedClaim> Delayed, ImmutableArray<ObjectKey> Exclusive)
{
    private const string OnePod = "ReadWriteOncePod";

    public static PodVolumes None { get; } = new(null, [], [], []);

    public static PodVolumes Of(Pod pod, ViewSnapshot view)
    {
        if (pod.Spec.Volumes is not { Count: > 0 } volumes || !volumes.Any(static v => v.PersistentVolumeClaim is not null || v.Ephemeral is not null))
        {
            return None;
        }

        var claims = new List<StoredObject>();
        foreach (var volume in volumes.Where(static v => v.PersistentVolumeClaim is not null || v.Ephemeral is not null))
        {
            var name = volume.PersistentVolumeClaim?.ClaimName ?? PodClaims.Name(pod.Metadata.Name!, volume);
            var found = view.Get(new ObjectKey(Resources.PersistentVolumeClaims, pod.Metadata.Namespace ?? "", name));
            if (Refuse(pod, name, found, volume.Ephemeral is not null) is { } refusal)
            {
                return None with { Refusal = refusal };
            }

            claims.Add(found!);
        }

        return Sort(claims, view);
    }

    private static string? Refuse(Pod pod, string name, StoredObject? found, bool isEphemeral) =>
        found is null ? isEphemeral ? $"waiting for ephemeral volume controller to create the persistentvolumeclaim \"{name}\"" : $"persistentvolumeclaim \"{name}\" not found"
        : found.Read<PersistentVolumeClaim>() is { Status.Phase: "Lost" } lost ? $"persistentvolumeclaim \"{name}\" bound to non-existent persistentvolume \"{lost.Spec.VolumeName}\""
        : found.Header.IsDeleting ? $"persistentvolumeclaim \"{name}\" is being deleted"
        : isEphemeral && found.Header.Controller?.Uid != pod.Metadata.Uid ? $"PVC {pod.Metadata.Namespace}/{name} was not created for pod {pod.Metadata.Namespace}/{pod.Metadata.Name} (pod is not owner)"
        : null;

    private static PodVolumes Sort(List<StoredObject> claims, ViewSnapshot view)
    {
        var bound = ImmutableArray.CreateBuilder<PersistentVolume?>();
        var delayed = ImmutableArray.CreateBuilder<DelayedClaim>();
        foreach (var stored in claims)
        {
            var claim = stored.Read<PersistentVolumeClaim>();
            if (VolumeFacts.IsBound(claim))
            {
                bound.Add(view.Get(new ObjectKey(Resources.PersistentVolumes, "", claim.Spec.VolumeName!))?.Read<PersistentVolume>());
            }
            else if (string.IsNullOrEmpty(claim.Spec.VolumeName) && StorageClasses.IsDelayed(view, claim))
            {
                delayed.Add(DelayedClaim.Of(stored, claim, view));
            }
            else
            {
                return None with { Refusal = "pod has unbound immediate PersistentVolumeClaims" };
            }
        }

        // The smallest choose first: they have the most to choose from, and take the least from the others.
        delayed.Sort(static (a, b) => VolumeFacts.SizeOf(a.Claim).CompareTo(VolumeFacts.SizeOf(b.Claim)));
        var exclusive = claims.Where(static c => c.Read<PersistentVolumeClaim>().Spec.AccessModes?.Contains(OnePod) == true).Select(static c => c.Key);
        return new PodVolumes(null, bound.ToImmutable(), delayed.ToImmutable(), [.. exclusive]);
    }
}
