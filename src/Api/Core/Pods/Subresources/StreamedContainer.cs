using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Which container a request for logs, exec or attach means.</summary>
public static class StreamedContainer
{
    /// <summary>The container's name: the one asked for, or the pod's only one. Clients know the annotation of a default container, servers don't.</summary>
    /// <exception cref="ApiException">400: it must be named, or there is none of that name.</exception>
    public static string Choose(Pod pod, string? name)
    {
        var names = PodContainers.All(pod.Spec).Select(static c => c.Name);
        if (!string.IsNullOrEmpty(name))
        {
            return names.Contains(name, StringComparer.Ordinal) ? name : throw ApiErrors.BadRequest($"container {name} is not valid for pod {pod.Metadata.Name}");
        }

        return pod.Spec.Containers is [var only]
            ? only.Name
            : throw ApiErrors.BadRequest($"a container name must be specified for pod {pod.Metadata.Name}, choose one of: [{string.Join(' ', names)}]");
    }
}
