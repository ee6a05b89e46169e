using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Sources;
using SeccompProfile = ActorKube.NodeAgent.Runtimes.SeccompProfile;

namespace ActorKube.NodeAgent.Containers;

/// <summary>The security context of one container: its own, and the pod's where it says nothing. Pure.</summary>
internal static class SecurityConfigs
{
    public static ContainerSecurity Of(Pod pod, Container container)
    {
        var (shared, own) = (pod.Spec.SecurityContext, container.SecurityContext);
        var seccomp = own?.SeccompProfile ?? shared?.SeccompProfile;
        var privileged = own?.Privileged ?? false;
        return new ContainerSecurity
        {
            UserId = own?.RunAsUser ?? shared?.RunAsUser,
            GroupId = own?.RunAsGroup ?? shared?.RunAsGroup,
            SupplementalGroups = [.. (shared?.SupplementalGroups).OrEmpty().Concat(shared?.FsGroup is { } group ? [group] : []).Distinct()],
            Privileged = privileged,
            AddCapabilities = (own?.Capabilities?.Add).OrEmpty(),
            DropCapabilities = (own?.Capabilities?.Drop).OrEmpty(),
            ReadOnlyRootFilesystem = own?.ReadOnlyRootFilesystem ?? false,
            NoNewPrivileges = own?.AllowPrivilegeEscalation == false,
            Seccomp = seccomp?.Type switch
            {
                "Unconfined" => SeccompProfile.Unconfined,
                "Localhost" => SeccompProfile.Localhost,
                _ => privileged ? SeccompProfile.Unconfined : SeccompProfile.RuntimeDefault,
            },
            SeccompPath = seccomp?.LocalhostProfile,
            AppArmorProfile = (own?.AppArmorProfile ?? shared?.AppArmorProfile) switch
            {
                { Type: "Unconfined" } => "unconfined",
                { Type: "Localhost" } profile => profile.LocalhostProfile,
                _ => null,
            },
            UnmaskedProc = own?.ProcMount == "Unmasked",
        };
    }

    /// <summary>Judges runAsNonRoot.</summary>
    /// <param name="imageUser">User of the image: see <see cref="ImageStatus.User"/>.</param>
    /// <exception cref="ConfigException">The container would, or could, run as root.</exception>
    public static void CheckNonRoot(Pod pod, Container container, string imageUser)
    {
        var (shared, own) = (pod.Spec.SecurityContext, container.SecurityContext);
        if ((own?.RunAsNonRoot ?? shared?.RunAsNonRoot) != true)
        {
            return;
        }

        var where = $"(pod: \"{PodSpecs.Text(pod)}\", container: {container.Name})";
        if ((own?.RunAsUser ?? shared?.RunAsUser) is { } user)
        {
            if (user == 0)
            {
                throw new ConfigException($"container's runAsUser breaks non-root policy {where}");
            }

            return;
        }

        var name = imageUser.Split(':')[0];
        if (name.Length == 0 || (long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id == 0))
        {
            throw new ConfigException($"container has runAsNonRoot and image will run as root {where}");
        }

        if (!long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw new ConfigException($"container has runAsNonRoot and image has non-numeric user ({name}), cannot verify user is non-root {where}");
        }
    }
}
