using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Init containers: those that end, and those that stay as sidecars (restartPolicy Always).</summary>
internal static class InitContainerValidation
{
    private const string SidecarOnly = "may not be set for init containers without restartPolicy=Always";

    public static void Validate(ContainerScope scope, FieldPath path)
    {
        var (containers, errors) = (scope.Spec.InitContainers.OrEmpty(), scope.Errors);
        var names = scope.Spec.Containers.OrEmpty().Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < containers.Count; i++)
        {
            var (container, at) = (containers[i], path.Index(i));
            ContainerValidation.ValidateCommon(container, scope, at);
            errors.OneOfOrEmpty(at.Child("restartPolicy"), container.RestartPolicy, RestartPolicies.Always);
            if (names.Contains(container.Name))
            {
                errors.Duplicate(at.Child("name"), container.Name);
            }
            else if (container.Name.Length > 0)
            {
                names.Add(container.Name);
            }

            // They run one after another, so only the ports of one can collide.
            ContainerPortValidation.ValidateHostPorts([container], path, errors);
            if (container.RestartPolicy == RestartPolicies.Always)
            {
                ContainerValidation.ValidateService(container, scope, at);
            }
            else
            {
                RefuseService(container, at, errors);
            }
        }
    }

    private static void RefuseService(Container container, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, value) in new (string, object?)[]
        {
            ("lifecycle", container.Lifecycle), ("livenessProbe", container.LivenessProbe),
            ("readinessProbe", container.ReadinessProbe), ("startupProbe", container.StartupProbe),
        })
        {
            if (value is not null)
            {
                errors.Forbidden(path.Child(name), SidecarOnly);
            }
        }
    }
}
