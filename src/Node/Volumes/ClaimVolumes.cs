using ActorKube.Api.Core;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent.Volumes;

/// <summary>
/// Volumes that stand on a claim: the pod's directory for one is a link to where its persistent volume is on this node. Volumes of type hostPath and local are there;
/// what has to be attached or mounted first needs a driver, of which there is none.
/// </summary>
internal static class ClaimVolumes
{
    /// <summary>The claim's name; null for a volume without one.</summary>
    public static string? ClaimOf(Pod pod, Volume volume) => volume.PersistentVolumeClaim?.ClaimName ?? (volume.Ephemeral is null ? null : $"{pod.Metadata.Name}-{volume.Name}");

    /// <exception cref="ConfigException">The claim isn't bound, or its volume isn't one that this node can use.</exception>
    public static void Link(string path, string claim, VolumeInputs inputs)
    {
        var target = Prepare(Find(claim, inputs));
        if (new FileInfo(path).LinkTarget != target)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Delete(path);
            File.CreateSymbolicLink(path, target);
        }
    }

    /// <exception cref="ConfigException">The claim isn't bound.</exception>
    public static PersistentVolume Find(string name, VolumeInputs inputs)
    {
        var claim = inputs.Sources.Claim(inputs.Namespace, name) ?? throw new ConfigException($"persistentvolumeclaim \"{name}\" not found");
        var volume = claim is { Status.Phase: "Bound", Spec.VolumeName: { Length: > 0 } bound } ? inputs.Sources.Volume(bound) : null;
        return volume?.Spec.ClaimRef?.Uid == claim.Metadata.Uid && volume is not null
            ? volume
            : throw new ConfigException($"error processing PVC {inputs.Namespace}/{name}: PVC is not bound");
    }

    private static string Prepare(PersistentVolume volume)
    {
        if (volume.Spec.VolumeMode == "Block")
        {
            throw new ConfigException("raw block volumes are not supported on this node");
        }

        if (volume.Spec.HostPath is { } host)
        {
            HostPaths.Prepare(host);
            return host.Path;
        }

        return volume.Spec.Local is not { } local ? throw new ConfigException("no volume plugin matched: only hostPath and local persistent volumes are supported on this node")
            : Directory.Exists(local.Path) ? local.Path
            : throw new ConfigException($"path \"{local.Path}\" does not exist");
    }
}
