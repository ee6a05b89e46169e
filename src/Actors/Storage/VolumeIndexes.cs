using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Actors.Storage;

/// <summary>Finds volumes by the claims that they are for, claims by what they wait for, and pods by their claims, without looking at all of them.</summary>
internal static class VolumeIndexes
{
    private const string Name = "storage";
    private const string OfClass = "class/";
    private const string OfNoClass = "none";
    private const string OfClaim = "claim/";
    private const string OfVolume = "volume/";

    public static IReadOnlyList<IndexDefinition> All { get; } =
    [
        new(Name, Resources.PersistentVolumes, AddVolume),
        new(Name, Resources.PersistentVolumeClaims, AddClaim),
        new(Name, Resources.Pods, AddPod),
    ];

    /// <summary>Volumes of a class that are nobody's.</summary>
    public static IEnumerable<StoredObject> Unclaimed(ViewSnapshot view, string storageClass) => view.Lookup(Resources.PersistentVolumes, Name, OfClass + storageClass);

    /// <summary>Volumes whose reference says that they are for a claim of that name.</summary>
    public static IEnumerable<StoredObject> VolumesFor(ViewSnapshot view, string @namespace, string claim) =>
        view.Lookup(Resources.PersistentVolumes, Name, $"{OfClaim}{@namespace}/{claim}");

    /// <summary>Claims of a class that have no volume and name none.</summary>
    public static IEnumerable<StoredObject> Waiting(ViewSnapshot view, string storageClass) => view.Lookup(Resources.PersistentVolumeClaims, Name, OfClass + storageClass);

    /// <summary>Those of them that wait for a default class as well.</summary>
    public static IEnumerable<StoredObject> WaitingForDefault(ViewSnapshot view) => view.Lookup(Resources.PersistentVolumeClaims, Name, OfNoClass);

    /// <summary>Claims that name the volume, bound or not.</summary>
    public static IEnumerable<StoredObject> ClaimsOf(ViewSnapshot view, string volume) => view.Lookup(Resources.PersistentVolumeClaims, Name, OfVolume + volume);

    /// <summary>Pods with a volume that stands on the claim.</summary>
    public static IEnumerable<StoredObject> PodsWith(ViewSnapshot view, string @namespace, string claim) => view.Lookup(Resources.Pods, Name, $"{OfClaim}{@namespace}/{claim}");

    private static void AddVolume(StoredObject stored, ICollection<string> keys)
    {
        var volume = stored.Read<PersistentVolume>();
        keys.Add(volume.Spec.ClaimRef is { } claim ? $"{OfClaim}{claim.Namespace}/{claim.Name}" : OfClass + VolumeFacts.ClassOf(volume));
    }

    private static void AddClaim(StoredObject stored, ICollection<string> keys)
    {
        var claim = stored.Read<PersistentVolumeClaim>();
        if (!string.IsNullOrEmpty(claim.Spec.VolumeName))
        {
            keys.Add(OfVolume + claim.Spec.VolumeName);
            return;
        }

        keys.Add(OfClass + VolumeFacts.ClassOf(claim));
        if (VolumeFacts.NamesNoClass(claim))
        {
            keys.Add(OfNoClass);
        }
    }

    private static void AddPod(StoredObject stored, ICollection<string> keys)
    {
        if (!PodJson.MayHaveClaims(stored.Json.Span))
        {
            return;
        }

        foreach (var name in PodClaims.Names(stored.Read<Pod>()))
        {
            keys.Add($"{OfClaim}{stored.Key.Namespace}/{name}");
        }
    }
}
