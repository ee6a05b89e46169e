using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>The containers of a pod over its three lists.</summary>
public static class PodContainers
{
    /// <summary>Init containers, containers, then ephemeral containers as if they were containers.</summary>
    public static IEnumerable<Container> All(PodSpec spec) =>
        spec.InitContainers.OrEmpty().Concat(spec.Containers.OrEmpty()).Concat(spec.EphemeralContainers.OrEmpty().Select(EphemeralContainerFields.ToContainer));

    /// <summary>An init container that goes on running beside the others.</summary>
    public static bool IsSidecar(Container container) => container.RestartPolicy == RestartPolicies.Always;

    /// <summary>As <see cref="All"/>, with the path of each.</summary>
    internal static IEnumerable<(Container Container, FieldPath Path)> WithPaths(PodSpec spec, FieldPath path) =>
        In(spec.InitContainers, path.Child("initContainers"))
            .Concat(In(spec.Containers, path.Child("containers")))
            .Concat(In(spec.EphemeralContainers?.Select(EphemeralContainerFields.ToContainer), path.Child("ephemeralContainers")));

    private static IEnumerable<(Container Container, FieldPath Path)> In(IEnumerable<Container>? containers, FieldPath path) =>
        (containers ?? []).Select((container, i) => (container, path.Index(i)));
}
