using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Windows containers that run as processes of the host: all of a pod's or none, and in the host's network.</summary>
internal static class HostProcessValidation
{
    public static void Validate(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        var ofPod = spec.SecurityContext?.WindowsOptions?.HostProcess;
        var (count, hostProcesses) = (0, 0);
        foreach (var (container, at) in PodContainers.WithPaths(spec, path))
        {
            count++;
            var own = container.SecurityContext?.WindowsOptions?.HostProcess;
            if (ofPod is { } pod && own is { } value && pod != value)
            {
                errors.Invalid(at.Child("securityContext").Child("windowsOptions").Child("hostProcess"), value,
                    $"pod hostProcess value must be identical if both are specified, was {(pod ? "true" : "false")}");
            }

            if (own ?? ofPod ?? false)
            {
                hostProcesses++;
            }
        }

        if (hostProcesses == 0)
        {
            return;
        }

        if (hostProcesses != count)
        {
            errors.Invalid(path, "", "If pod contains any hostProcess containers then all containers must be HostProcess containers");
        }

        if (!spec.HostNetwork)
        {
            errors.Invalid(path.Child("hostNetwork"), false, "hostNetwork must be true if pod contains any hostProcess containers");
        }
    }
}
