using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>What a container's rules need to know of its pod.</summary>
/// <param name="Volumes">The valid volumes, by name.</param>
internal sealed record ContainerScope(PodSpec Spec, IReadOnlyDictionary<string, Volume> Volumes, PodSpecRules Rules, FieldErrors Errors);

/// <summary>The three lists of containers, and what holds for every container in them.</summary>
internal static class ContainerValidation
{
    public static void Validate(ContainerScope scope, FieldPath path)
    {
        var (containers, errors) = (scope.Spec.Containers.OrEmpty(), scope.Errors);
        if (containers.Count == 0)
        {
            errors.Required(path);
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < containers.Count; i++)
        {
            var (container, at) = (containers[i], path.Index(i));
            ValidateCommon(container, scope, at);
            if (!names.Add(container.Name))
            {
                errors.Duplicate(at.Child("name"), container.Name);
            }

            ValidateService(container, scope, at);
            if (container.RestartPolicy is not null)
            {
                errors.Forbidden(at.Child("restartPolicy"), "may not be set for non-init containers");
            }
        }

        ContainerPortValidation.ValidateHostPorts(containers, path, errors);
    }

    /// <summary>Hooks and probes: what a container has that stays.</summary>
    public static void ValidateService(Container container, ContainerScope scope, FieldPath path)
    {
        if (container.Lifecycle is { } lifecycle)
        {
            HandlerValidation.Validate(lifecycle, path.Child("lifecycle"), scope.Errors, scope.Spec.TerminationGracePeriodSeconds, scope.Rules.AllowZeroSleep);
        }

        ProbeValidation.Validate(container, path, scope.Errors);
    }

    public static void ValidateCommon(Container container, ContainerScope scope, FieldPath path)
    {
        var errors = scope.Errors;
        if (errors.Present(path.Child("name"), container.Name))
        {
            errors.DnsLabel(path.Child("name"), container.Name);
        }

        errors.Present(path.Child("image"), container.Image);
        errors.OneOf(path.Child("terminationMessagePolicy"), container.TerminationMessagePolicy, "File", "FallbackToLogsOnError");
        ContainerPortValidation.Validate(container.Ports.OrEmpty(), path.Child("ports"), errors);
        EnvValidation.Validate(container.Env.OrEmpty(), path.Child("env"), errors);
        EnvValidation.ValidateFrom(container.EnvFrom.OrEmpty(), path.Child("envFrom"), errors);
        VolumeMountValidation.Validate(container, scope.Volumes, path, errors);
        errors.OneOf(path.Child("imagePullPolicy"), container.ImagePullPolicy, PullPolicies.Always, PullPolicies.IfNotPresent, PullPolicies.Never);
        ContainerResourceValidation.Validate(container.Resources, path.Child("resources"), errors, scope.Rules.AllowIndivisibleHugePages);
        SecurityContextValidation.Validate(container.SecurityContext, path.Child("securityContext"), errors);
    }

    /// <summary>What only pods are held to: templates have always been let through.</summary>
    public static void ValidateInPod(Container container, FieldPath path, FieldErrors errors)
    {
        if (container.Image is { } image && image.Length != image.Trim().Length)
        {
            errors.Invalid(path.Child("image"), image, "must not have leading or trailing whitespace");
        }
    }
}
