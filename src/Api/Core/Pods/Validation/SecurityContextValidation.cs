using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Security settings of a container and of a pod.</summary>
internal static class SecurityContextValidation
{
    public static void Validate(SecurityContext? context, FieldPath path, FieldErrors errors)
    {
        if (context is null)
        {
            return;
        }

        errors.UserId(path.Child("runAsUser"), context.RunAsUser);
        errors.GroupId(path.Child("runAsGroup"), context.RunAsGroup);
        errors.OneOfOrEmpty(path.Child("procMount"), context.ProcMount, "Default", "Unmasked");
        SecurityProfileValidation.Validate(context.SeccompProfile, path.Child("seccompProfile"), errors);
        if (context.AllowPrivilegeEscalation == false)
        {
            ValidateEscalation(context, path, errors);
        }

        WindowsOptionsValidation.Validate(context.WindowsOptions, path.Child("windowsOptions"), errors);
        SecurityProfileValidation.Validate(context.AppArmorProfile, path.Child("appArmorProfile"), errors);
    }

    public static void Validate(PodSpec spec, FieldPath path, FieldErrors errors, bool allowHostSysctls)
    {
        if (spec.SecurityContext is not { } context)
        {
            return;
        }

        errors.GroupId(path.Child("fsGroup"), context.FsGroup);
        errors.UserId(path.Child("runAsUser"), context.RunAsUser);
        errors.GroupId(path.Child("runAsGroup"), context.RunAsGroup);
        var groups = context.SupplementalGroups.OrEmpty();
        for (var i = 0; i < groups.Count; i++)
        {
            errors.GroupId(path.Child("supplementalGroups").Index(i), groups[i]);
        }

        if (spec is { ShareProcessNamespace: true, HostPID: true })
        {
            errors.Invalid(path.Child("shareProcessNamespace"), true, "ShareProcessNamespace and HostPID cannot both be enabled");
        }

        SysctlValidation.Validate(spec, path.Child("sysctls"), errors, allowHostSysctls);
        errors.OneOfOrEmpty(path.Child("fsGroupChangePolicy"), context.FsGroupChangePolicy, "Always", "OnRootMismatch");
        SecurityProfileValidation.Validate(context.SeccompProfile, path.Child("seccompProfile"), errors);
        WindowsOptionsValidation.Validate(context.WindowsOptions, path.Child("windowsOptions"), errors);
        SecurityProfileValidation.Validate(context.AppArmorProfile, path.Child("appArmorProfile"), errors);
    }

    private static void ValidateEscalation(SecurityContext context, FieldPath path, FieldErrors errors)
    {
        if (context.Privileged == true)
        {
            errors.Invalid(path, context, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
        }

        foreach (var _ in context.Capabilities?.Add.OrEmpty().Where(static c => c == "CAP_SYS_ADMIN") ?? [])
        {
            errors.Invalid(path, context, "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
        }
    }
}
