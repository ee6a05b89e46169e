using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>The <c>ephemeralcontainers</c> subresource of a pod: containers can be added; those that are there stay as they are.</summary>
public static class PodEphemeralContainers
{
    /// <summary>The previous pod with the next one's ephemeral containers; nothing else is taken over.</summary>
    public static Pod Prepare(Pod next, Pod previous) => previous with
    {
        Metadata = previous.Metadata with { Name = next.Metadata.Name, Namespace = next.Metadata.Namespace, Uid = next.Metadata.Uid, ResourceVersion = next.Metadata.ResourceVersion },
        Spec = PodFeatures.DropDisabled(previous.Spec with { EphemeralContainers = next.Spec.EphemeralContainers }),
    };

    /// <param name="next">As <see cref="Prepare"/> gives it.</param>
    public static void Validate(Pod next, Pod previous, FieldErrors errors)
    {
        if (previous.Metadata.Annotations.OrEmpty().ContainsKey(PodAnnotationValidation.Mirror))
        {
            errors.Forbidden(FieldPath.Of(""), "static pods do not support ephemeral containers");
            return;
        }

        PodValidation.Validate(next, PodSpecRules.Pod.After(previous.Spec, previous.Metadata.Annotations), errors);
        var path = FieldPath.Of("spec").Child("ephemeralContainers");
        foreach (var old in previous.Spec.EphemeralContainers.OrEmpty())
        {
            var now = next.Spec.EphemeralContainers.OrEmpty().LastOrDefault(c => c.Name == old.Name);
            if (now is null)
            {
                errors.Forbidden(path, $"existing ephemeral containers \"{old.Name}\" may not be removed\n");
            }
            else if (!ApiEquality.Same(old, now))
            {
                errors.Forbidden(path, $"existing ephemeral containers \"{old.Name}\" may not be changed\n{SpecDiff.Of(old, now)}");
            }
        }
    }
}
