using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>The <c>binding</c> subresource of a pod: puts it on a node, once.</summary>
public static class PodBinding
{
    /// <summary>Checks what doesn't need the pod.</summary>
    /// <param name="name">Name of the pod in the request's path; for the old resource <c>bindings</c> that of the binding itself.</param>
    /// <exception cref="ApiException">400 for another name, 500 for a target that is no node: Kubernetes has never mapped that one to a code.</exception>
    public static void Validate(Binding binding, string name)
    {
        if ((binding.Metadata.Name ?? "") != name)
        {
            throw ApiErrors.BadRequest("name in URL does not match name in Binding object");
        }

        var errors = new FieldErrors();
        if (binding.Target.Kind is not (null or "Node"))
        {
            errors.NotSupported(FieldPath.Of("target").Child("kind"), binding.Target.Kind, ["Node", "<empty>"]);
        }

        errors.Present(FieldPath.Of("target").Child("name"), binding.Target.Name);
        if (errors.Any)
        {
            var texts = errors.All.Select(static e => $"{e.Field}: {e.Message}").ToList();
            throw ApiErrors.Of(500, "", texts.Count == 1 ? texts[0] : $"[{string.Join(", ", texts)}]");
        }
    }

    /// <summary>
    /// The pod on the binding's node, with its annotations added and the condition PodScheduled True. The caller has checked the
    /// binding's uid and resourceVersion, which are preconditions.
    /// </summary>
    /// <exception cref="ApiException">409: the pod is being deleted, is on a node already, or is held back by scheduling gates.</exception>
    public static Pod Apply(Pod pod, Binding binding, DateTimeOffset now)
    {
        var name = pod.Metadata.Name ?? "";
        var refused = pod switch
        {
            { Metadata.DeletionTimestamp: not null } => $"pod {name} is being deleted, cannot be assigned to a host",
            { Spec.NodeName: { } node } => $"pod {name} is already assigned to node \"{node}\"",
            { Spec.SchedulingGates.Count: > 0 } => $"pod {name} has non-empty .spec.schedulingGates",
            _ => null,
        };
        if (refused is not null)
        {
            throw ApiErrors.Conflict("pods/binding", "", name, refused);
        }

        return pod with
        {
            Metadata = binding.Metadata.Annotations is { Count: > 0 } added ? pod.Metadata with { Annotations = Merge(pod.Metadata.Annotations, added) } : pod.Metadata,
            Spec = pod.Spec with { NodeName = binding.Target.Name },
            Status = PodConditions.With(pod.Status, PodConditions.Scheduled, ConditionStatus.True, now),
        };
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string>? annotations, IReadOnlyDictionary<string, string> added)
    {
        var merged = new Dictionary<string, string>(annotations.OrEmpty(), StringComparer.Ordinal);
        foreach (var (key, value) in added)
        {
            merged[key] = value;
        }

        return merged;
    }
}
