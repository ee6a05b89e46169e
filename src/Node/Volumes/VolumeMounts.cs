using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Sources;
using ActorKube.NodeAgent.Variables;

namespace ActorKube.NodeAgent.Volumes;

/// <summary>Where a container sees its pod's volumes.</summary>
internal static class VolumeMounts
{
    /// <param name="variables">The container's environment, for subPathExpr.</param>
    /// <exception cref="ConfigException">A path that leads out of its volume.</exception>
    public static IReadOnlyList<ContainerMount> Of(Pod pod, Container container, PodDirectories directories, IReadOnlyDictionary<string, string> variables)
    {
        var mounts = new List<ContainerMount>();
        foreach (var mount in container.VolumeMounts.OrEmpty())
        {
            var volume = pod.Spec.Volumes.OrEmpty().FirstOrDefault(v => v.Name == mount.Name)
                ?? throw new ConfigException($"cannot find volume \"{mount.Name}\" to mount into container \"{container.Name}\"");
            var root = volume.HostPath?.Path ?? directories.Volume(pod.Metadata.Uid ?? "", volume.Name);
            var inside = mount.SubPath is { Length: > 0 } fixedPath ? fixedPath
                : mount.SubPathExpr is { Length: > 0 } expression ? VariableExpansion.Expand(expression, variables)
                : null;
            mounts.Add(new ContainerMount
            {
                HostPath = inside is null || !directories.AreUsed ? root : SubPaths.Resolve(root, inside, mount.Name, create: !IsPayload(volume)),
                ContainerPath = mount.MountPath.StartsWith('/') ? mount.MountPath : "/" + mount.MountPath,
                ReadOnly = mount.ReadOnly || IsPayload(volume) || volume.PersistentVolumeClaim?.ReadOnly == true,
                Propagation = mount.MountPropagation switch
                {
                    "HostToContainer" => MountPropagation.HostToContainer,
                    "Bidirectional" => MountPropagation.Bidirectional,
                    _ => MountPropagation.Private,
                },
            });
        }

        return mounts;
    }

    /// <summary>Volumes whose files the agent writes are for reading.</summary>
    private static bool IsPayload(Volume volume) => volume is { ConfigMap: not null } or { Secret: not null } or { DownwardAPI: not null } or { Projected: not null };
}
