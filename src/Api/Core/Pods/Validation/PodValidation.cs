using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>What a pod has to satisfy beyond its specification. Names, labels and owners are checked for all kinds alike.</summary>
public static class PodValidation
{
    /// <summary>A new pod.</summary>
    public static void ValidateCreate(Pod pod, FieldErrors errors)
    {
        Validate(pod, PodSpecRules.Pod, errors);
        var (spec, path) = (pod.Spec, FieldPath.Of("spec"));
        if (spec.EphemeralContainers.OrEmpty().Count > 0)
        {
            errors.Forbidden(path.Child("ephemeralContainers"), "cannot be set on create");
        }

        if (spec.NodeName is not null && spec.SchedulingGates.OrEmpty().Count > 0)
        {
            errors.Forbidden(path.Child("nodeName"), "cannot be set until all schedulingGates have been cleared");
        }

        ProfileAnnotations.ValidateMatch(pod.Metadata.Annotations, spec, path, errors);
    }

    /// <summary>What holds at creation and at every update.</summary>
    internal static void Validate(Pod pod, PodSpecRules rules, FieldErrors errors)
    {
        var (spec, path) = (pod.Spec, FieldPath.Of("spec"));
        PodAnnotationValidation.Validate(pod.Metadata.Annotations, spec, FieldPath.Of("metadata").Child("annotations"), errors, rules.AllowInvalidDeletionCost);
        PodSpecValidation.Validate(spec, pod.Metadata.Name, path, errors, rules);
        if (spec.ServiceAccountName is null)
        {
            RefuseTokens(spec.Volumes.OrEmpty(), path.Child("volumes"), errors);
        }

        ValidateInPod(spec.Containers.OrEmpty(), path.Child("containers"), errors);
        ValidateInPod(spec.InitContainers.OrEmpty(), path.Child("initContainers"), errors);
    }

    private static void RefuseTokens(IReadOnlyList<Volume> volumes, FieldPath path, FieldErrors errors)
    {
        for (var v = 0; v < volumes.Count; v++)
        {
            var sources = volumes[v].Projected?.Sources.OrEmpty() ?? [];
            for (var s = 0; s < sources.Count; s++)
            {
                if (sources[s].ServiceAccountToken is not null)
                {
                    errors.Forbidden(
                        path.Index(v).Child("projected").Child("sources").Index(s).Child("serviceAccountToken"), "must not be specified when serviceAccountName is not set");
                }
            }
        }
    }

    private static void ValidateInPod(IReadOnlyList<Container> containers, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            ContainerValidation.ValidateInPod(containers[i], path.Index(i), errors);
        }
    }
}
