using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Seccomp and AppArmor profiles as annotations, the form they had before they were fields. Where both are given they must agree.</summary>
internal static class ProfileAnnotations
{
    public const string AppArmorPrefix = "container.apparmor.security.beta.kubernetes.io/";
    public const string AppArmorUnconfined = "unconfined";
    public const string AppArmorRuntimeDefault = "runtime/default";
    public const string LocalhostPrefix = "localhost/";

    private const string SeccompPod = "seccomp.security.alpha.kubernetes.io/pod";
    private const string SeccompContainerPrefix = "container.seccomp.security.alpha.kubernetes.io/";
    private const string DockerDefault = "docker/default";

    public static void Validate(IReadOnlyDictionary<string, string> annotations, PodSpec spec, FieldPath path, FieldErrors errors)
    {
        foreach (var (key, profile) in annotations)
        {
            if (key == SeccompPod || key.StartsWith(SeccompContainerPrefix, StringComparison.Ordinal))
            {
                ValidateSeccomp(profile, path.Child(key), errors);
            }
            else if (key.StartsWith(AppArmorPrefix, StringComparison.Ordinal))
            {
                ValidateAppArmor(key[AppArmorPrefix.Length..], profile, spec, path.Key(key), errors);
            }
        }
    }

    /// <summary>Where a field and an annotation tell a profile, they tell the same.</summary>
    public static void ValidateMatch(IReadOnlyDictionary<string, string>? annotations, PodSpec spec, FieldPath path, FieldErrors errors)
    {
        if (annotations is null)
        {
            return;
        }

        if (spec.SecurityContext?.SeccompProfile is { } ofPod && annotations.TryGetValue(SeccompPod, out var annotation))
        {
            Match("seccomp", annotation, ofPod.Type, ofPod.LocalhostProfile, path.Child("securityContext").Child("seccompProfile"), errors);
        }

        foreach (var (container, at) in PodContainers.WithPaths(spec, path))
        {
            if (container.SecurityContext?.SeccompProfile is { } seccomp && annotations.TryGetValue(SeccompContainerPrefix + container.Name, out annotation))
            {
                Match("seccomp", annotation, seccomp.Type, seccomp.LocalhostProfile, at.Child("securityContext").Child("seccompProfile"), errors);
            }
        }

        foreach (var (container, at) in OperatingSystemValidation.IsWindows(spec) ? [] : PodContainers.WithPaths(spec, path))
        {
            var profile = container.SecurityContext?.AppArmorProfile ?? spec.SecurityContext?.AppArmorProfile;
            if (profile is not null && annotations.TryGetValue(AppArmorPrefix + container.Name, out annotation))
            {
                Match("apparmor", annotation, profile.Type, profile.LocalhostProfile, at.Child("securityContext").Child("appArmorProfile"), errors);
            }
        }
    }

    private static void Match(string what, string annotation, string type, string? local, FieldPath path, FieldErrors errors)
    {
        var isLocal = annotation.StartsWith(LocalhostPrefix, StringComparison.Ordinal);
        var sameType = type switch
        {
            SecurityProfileValidation.Unconfined => annotation == AppArmorUnconfined,
            SecurityProfileValidation.RuntimeDefault => annotation == AppArmorRuntimeDefault || (what == "seccomp" && annotation == DockerDefault),
            SecurityProfileValidation.Localhost => isLocal,
            _ => true,
        };
        if (!sameType)
        {
            errors.Forbidden(path.Child("type"), $"{what} type in annotation and field must match");
        }
        else if (type == SecurityProfileValidation.Localhost && annotation[LocalhostPrefix.Length..] != local)
        {
            errors.Forbidden(path.Child("localhostProfile"), $"{what} profile in annotation and field must match");
        }
    }

    private static void ValidateSeccomp(string profile, FieldPath path, FieldErrors errors)
    {
        if (profile.StartsWith(LocalhostPrefix, StringComparison.Ordinal))
        {
            errors.DescendingPath(path, profile[LocalhostPrefix.Length..]);
        }
        else if (profile is not (AppArmorRuntimeDefault or DockerDefault or AppArmorUnconfined))
        {
            errors.Invalid(path, profile, "must be a valid seccomp profile");
        }
    }

    private static void ValidateAppArmor(string container, string profile, PodSpec spec, FieldPath path, FieldErrors errors)
    {
        if (!PodContainers.All(spec).Any(c => c.Name == container))
        {
            errors.Invalid(path, container, "container not found");
        }

        if (profile is not ("" or AppArmorRuntimeDefault or AppArmorUnconfined) && !profile.StartsWith(LocalhostPrefix, StringComparison.Ordinal))
        {
            errors.Invalid(path, profile, $"invalid AppArmor profile name: {GoValue.Quote(profile)}");
        }
    }
}
