using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Containers put into a running pod to look around: they promise nothing and hold nothing.</summary>
internal static class EphemeralContainerValidation
{
    private const string NotAllowed = "cannot be set for an Ephemeral Container";

    public static void Validate(ContainerScope scope, FieldPath path)
    {
        var (ephemerals, errors) = (scope.Spec.EphemeralContainers.OrEmpty(), scope.Errors);
        var others = scope.Spec.Containers.OrEmpty().Concat(scope.Spec.InitContainers.OrEmpty()).Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        var names = new HashSet<string>(others, StringComparer.Ordinal);
        for (var i = 0; i < ephemerals.Count; i++)
        {
            var (container, at) = (ephemerals[i].ToContainer(), path.Index(i));
            ContainerValidation.ValidateCommon(container, scope, at);
            ContainerValidation.ValidateInPod(container, at, errors);
            if (!names.Add(container.Name))
            {
                errors.Duplicate(at.Child("name"), container.Name);
            }

            if (ephemerals[i].TargetContainerName is { } target && !others.Contains(target))
            {
                errors.NotFound(at.Child("targetContainerName"), target);
            }

            RefuseFields(container, at, errors);
            RefuseSubPaths(container, at.Child("volumeMounts"), errors);
        }
    }

    private static void RefuseFields(Container container, FieldPath path, FieldErrors errors)
    {
        var resources = container.Resources is { Limits: null, Requests: null, Claims: null } ? null : container.Resources;
        foreach (var (name, value) in new (string, object?)[]
        {
            ("ports", container.Ports), ("resources", resources), ("resizePolicy", container.ResizePolicy), ("restartPolicy", container.RestartPolicy),
            ("livenessProbe", container.LivenessProbe), ("readinessProbe", container.ReadinessProbe), ("startupProbe", container.StartupProbe),
            ("lifecycle", container.Lifecycle),
        })
        {
            if (value is not null)
            {
                errors.Forbidden(path.Child(name), NotAllowed);
            }
        }
    }

    private static void RefuseSubPaths(Container container, FieldPath path, FieldErrors errors)
    {
        var mounts = container.VolumeMounts.OrEmpty();
        for (var i = 0; i < mounts.Count; i++)
        {
            if (mounts[i].SubPath is not null)
            {
                errors.Forbidden(path.Index(i).Child("subPath"), NotAllowed);
            }

            if (mounts[i].SubPathExpr is not null)
            {
                errors.Forbidden(path.Index(i).Child("subPathExpr"), NotAllowed);
            }
        }
    }
}
