using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Settings that make no sense on the operating system that the pod is for.</summary>
internal static class OperatingSystemValidation
{
    private const string Windows = "windows";
    private const string NotOnWindows = "cannot be set for a windows pod";
    private const string NotOnLinux = "windows options cannot be set for a linux pod";

    public static bool IsWindows(PodSpec spec) => spec.Os?.Name == Windows;

    public static void Validate(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.Os is not { } os)
        {
            return;
        }

        if (!errors.Present(path.Child("os").Child("name"), os.Name, "cannot be empty"))
        {
            return;
        }

        errors.OneOfOrEmpty(path.Child("os"), os.Name, "linux", Windows);
        if (os.Name == "linux")
        {
            ValidateLinux(spec, path, errors);
        }
        else if (os.Name == Windows)
        {
            ValidateWindows(spec, path, errors);
        }
    }

    private static void ValidateLinux(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        Refuse(errors, NotOnLinux, path.Child("securityContext"), ("windowsOptions", spec.SecurityContext?.WindowsOptions));
        foreach (var (container, at) in PodContainers.WithPaths(spec, path))
        {
            Refuse(errors, NotOnLinux, at.Child("securityContext"), ("windowsOptions", container.SecurityContext?.WindowsOptions));
        }
    }

    private static void ValidateWindows(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        Refuse(errors, NotOnWindows, path,
            ("hostPID", spec.HostPID ? true : null), ("hostIPC", spec.HostIPC ? true : null), ("shareProcessNamespace", spec.ShareProcessNamespace));
        if (spec.SecurityContext is { } pod)
        {
            Refuse(errors, NotOnWindows, path.Child("securityContext"),
                ("appArmorProfile", pod.AppArmorProfile), ("seLinuxOptions", pod.SeLinuxOptions), ("seccompProfile", pod.SeccompProfile), ("fsGroup", pod.FsGroup),
                ("fsGroupChangePolicy", pod.FsGroupChangePolicy), ("sysctls", pod.Sysctls), ("runAsUser", pod.RunAsUser), ("runAsGroup", pod.RunAsGroup),
                ("supplementalGroups", pod.SupplementalGroups));
        }

        foreach (var (container, at) in PodContainers.WithPaths(spec, path))
        {
            if (container.SecurityContext is { } own)
            {
                Refuse(errors, NotOnWindows, at.Child("securityContext"),
                    ("appArmorProfile", own.AppArmorProfile), ("seLinuxOptions", own.SeLinuxOptions), ("seccompProfile", own.SeccompProfile),
                    ("capabilities", own.Capabilities), ("readOnlyRootFilesystem", own.ReadOnlyRootFilesystem), ("privileged", own.Privileged),
                    ("allowPrivilegeEscalation", own.AllowPrivilegeEscalation), ("procMount", own.ProcMount), ("runAsUser", own.RunAsUser), ("runAsGroup", own.RunAsGroup));
            }
        }
    }

    private static void Refuse(FieldErrors errors, string why, FieldPath path, params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                errors.Forbidden(path.Child(name), why);
            }
        }
    }
}
