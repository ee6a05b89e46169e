using System.Globalization;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

/// <summary>From a container's security settings to the engine's.</summary>
internal static class SecuritySpecs
{
    /// <summary><c>uid</c>, <c>uid:gid</c>, or null for the image's user. The engine can't set a group alone; the user is then root's.</summary>
    public static string? User(ContainerSecurity security) => (security.UserId, security.GroupId) switch
    {
        (null, null) => null,
        ({ } user, null) => user.ToString(CultureInfo.InvariantCulture),
        var (user, group) => string.Create(CultureInfo.InvariantCulture, $"{user ?? 0}:{group}"),
    };

    public static HostConfig Apply(ContainerSecurity security, HostConfig host) => host with
    {
        Privileged = security.Privileged,
        ReadonlyRootfs = security.ReadOnlyRootFilesystem,
        CapAdd = security.AddCapabilities.Count == 0 ? null : security.AddCapabilities,
        CapDrop = security.DropCapabilities.Count == 0 ? null : security.DropCapabilities,
        GroupAdd = security.SupplementalGroups.Count == 0 ? null : [.. security.SupplementalGroups.Select(g => g.ToString(CultureInfo.InvariantCulture))],
        SecurityOpt = Options(security) is { Count: > 0 } options ? options : null,
        MaskedPaths = security.UnmaskedProc ? [] : null,
        ReadonlyPaths = security.UnmaskedProc ? [] : null,
    };

    private static List<string> Options(ContainerSecurity security)
    {
        var options = new List<string>();
        if (security.NoNewPrivileges)
        {
            options.Add("no-new-privileges");
        }

        // A privileged container has no seccomp profile, whatever is asked for.
        if (!security.Privileged && Seccomp(security) is { } seccomp)
        {
            options.Add(seccomp);
        }

        if (security.AppArmorProfile is { } profile)
        {
            options.Add($"apparmor={profile}");
        }

        return options;
    }

    // The API takes the profile itself; the path that the command line of Docker takes is read by that.
    private static string? Seccomp(ContainerSecurity security) => security.Seccomp switch
    {
        SeccompProfile.Unconfined => "seccomp=unconfined",
        SeccompProfile.Localhost when security.SeccompPath is { } path => $"seccomp={ReadProfile(path)}",
        SeccompProfile.Localhost => throw new RuntimeException(RuntimeError.Invalid, "a localhost seccomp profile needs a path"),
        _ => null,
    };

    private static string ReadProfile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RuntimeException(RuntimeError.Invalid, $"cannot load seccomp profile \"{path}\": {e.Message}", e);
        }
    }
}
