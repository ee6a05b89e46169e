using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>
/// What may change in a pod: images, a sooner deadline, more tolerations, fewer scheduling gates; while it is gated, fewer nodes
/// to choose from. Everything else is fixed at creation.
/// </summary>
public static class PodUpdateValidation
{
    private const string Immutable = "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
        + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

    public static void Validate(Pod next, Pod previous, FieldErrors errors)
    {
        var path = FieldPath.Of("spec");
        PodValidation.Validate(next, PodSpecRules.Pod.After(previous.Spec, previous.Metadata.Annotations), errors);
        PodAnnotationValidation.ValidateUpdate(next.Metadata.Annotations, previous.Metadata.Annotations, FieldPath.Of("metadata").Child("annotations"), errors);
        if (!SameNumber(next.Spec.Containers, previous.Spec.Containers, path.Child("containers"), errors)
            || !SameNumber(next.Spec.InitContainers, previous.Spec.InitContainers, path.Child("initContainers"), errors)
            || !ValidateDeadline(next.Spec.ActiveDeadlineSeconds, previous.Spec.ActiveDeadlineSeconds, path.Child("activeDeadlineSeconds"), errors))
        {
            return;
        }

        ValidateTolerations(next.Spec.Tolerations.OrEmpty(), previous.Spec.Tolerations.OrEmpty(), path.Child("tolerations"), errors);
        ValidateGates(next.Spec.SchedulingGates.OrEmpty(), previous.Spec.SchedulingGates.OrEmpty(), path.Child("schedulingGates"), errors);
        if (ApiEquality.Same(next.Spec, previous.Spec))
        {
            return;
        }

        var rest = WithoutMutable(next.Spec, previous.Spec);
        if (previous.Spec.SchedulingGates.OrEmpty().Count > 0)
        {
            rest = GatedPodUpdates.WithoutPlacement(rest, previous.Spec, path, errors);
        }

        if (!ApiEquality.Same(rest, previous.Spec))
        {
            errors.Forbidden(path, Immutable + "\n" + SpecDiff.Of(previous.Spec, rest));
        }
    }

    /// <summary>The new specification with the previous one's values of everything that may change.</summary>
    private static PodSpec WithoutMutable(PodSpec next, PodSpec previous) => next with
    {
        Containers = WithImages(next.Containers, previous.Containers),
        InitContainers = WithImages(next.InitContainers, previous.InitContainers),
        ActiveDeadlineSeconds = previous.ActiveDeadlineSeconds,
        SchedulingGates = previous.SchedulingGates,
        Tolerations = previous.Tolerations,
        TerminationGracePeriodSeconds = previous.TerminationGracePeriodSeconds < 0 && next.TerminationGracePeriodSeconds == 1
            ? previous.TerminationGracePeriodSeconds
            : next.TerminationGracePeriodSeconds,
    };

    private static List<Container>? WithImages(IReadOnlyList<Container>? next, IReadOnlyList<Container>? previous) =>
        next?.Zip(previous.OrEmpty(), static (n, p) => n with { Image = p.Image }).ToList();

    private static bool SameNumber(IReadOnlyList<Container>? next, IReadOnlyList<Container>? previous, FieldPath path, FieldErrors errors)
    {
        if (next.OrEmpty().Count != previous.OrEmpty().Count)
        {
            errors.Forbidden(path, "pod updates may not add or remove containers");
            return false;
        }

        // The specification's own checks have said this already; clients are told twice.
        for (var i = 0; i < next.OrEmpty().Count; i++)
        {
            errors.Present(path.Index(i).Child("image"), next![i].Image);
            ContainerValidation.ValidateInPod(next[i], path.Index(i), errors);
        }

        return true;
    }

    /// <summary>A deadline may be set, or drawn nearer.</summary>
    private static bool ValidateDeadline(long? next, long? previous, FieldPath path, FieldErrors errors)
    {
        if (next is < 0 or > int.MaxValue)
        {
            errors.Invalid(path, next, SyntaxMessages.Range(0, int.MaxValue));
            return false;
        }

        if (next > previous)
        {
            errors.Invalid(path, next, "must be less than or equal to previous value");
            return false;
        }

        if (next is null && previous is not null)
        {
            errors.Invalid(path, "null", "must not update from a positive integer to nil value");
        }

        return true;
    }

    private static void ValidateTolerations(IReadOnlyList<Toleration> next, IReadOnlyList<Toleration> previous, FieldPath path, FieldErrors errors)
    {
        if (previous.Any(old => !next.Any(n => n with { TolerationSeconds = old.TolerationSeconds } == old)))
        {
            errors.Forbidden(path, "existing toleration can not be modified except its tolerationSeconds");
            return;
        }

        TolerationValidation.Validate(next, path, errors);
    }

    private static void ValidateGates(IReadOnlyList<PodSchedulingGate> next, IReadOnlyList<PodSchedulingGate> previous, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < next.Count; i++)
        {
            if (!previous.Contains(next[i]))
            {
                errors.Forbidden(path.Index(i).Child("name"), $"only deletion is allowed, but found new scheduling gate '{next[i].Name}'");
            }
        }
    }
}
