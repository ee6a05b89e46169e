using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Storage;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Storage;

/// <summary>Classes of storage.</summary>
internal static class StorageClasses
{
    private const string WaitForFirstConsumer = "WaitForFirstConsumer";

    /// <summary>What a class names that no volume is made for.</summary>
    private const string NoProvisioner = "kubernetes.io/no-provisioner";

    public static StorageClass? Find(ViewSnapshot view, string name) =>
        name.Length == 0 ? null : view.Get(new ObjectKey(Resources.StorageClasses, "", name))?.Read<StorageClass>();

    /// <summary>The one that is marked as the default; of several the newest.</summary>
    public static StorageClass? Default(ViewSnapshot view) => view.List(Resources.StorageClasses)
        .Select(static s => s.Read<StorageClass>())
        .Where(static c => c.Metadata.Annotations?.GetValueOrDefault(VolumeAnnotations.DefaultClass) == "true")
        .OrderByDescending(static c => c.Metadata.CreationTimestamp)
        .ThenBy(static c => c.Metadata.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The claim gets its volume only when it is known on which node it is used.</summary>
    public static bool IsDelayed(ViewSnapshot view, PersistentVolumeClaim claim) => Find(view, VolumeFacts.ClassOf(claim))?.VolumeBindingMode == WaitForFirstConsumer;

    /// <summary>Somebody makes volumes of the class that can be reached from nodes with these labels.</summary>
    public static bool Provisions(StorageClass storageClass, IReadOnlyDictionary<string, string> labels) =>
        storageClass.Provisioner is not ("" or NoProvisioner)
        && (storageClass.AllowedTopologies is not { Count: > 0 } topologies || topologies.Any(t => Matches(t, labels)));

    private static bool Matches(TopologySelectorTerm term, IReadOnlyDictionary<string, string> labels) =>
        (term.MatchLabelExpressions ?? []).All(e => labels.TryGetValue(e.Key, out var value) && e.Values?.Contains(value) == true);
}
