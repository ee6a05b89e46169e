using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>A container that has ended and will not be started again can't be reported as anything else later.</summary>
internal static class ContainerStateTransitions
{
    public static void Validate(Pod next, Pod previous, FieldPath path, FieldErrors errors)
    {
        var policy = previous.Spec.RestartPolicy;
        var sidecars = previous.Spec.InitContainers.OrEmpty().Where(PodContainers.IsSidecar).Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        Validate(next.Status.ContainerStatuses, previous.Status.ContainerStatuses, policy, [], path.Child("containerStatuses"), errors);
        Validate(next.Status.InitContainerStatuses, previous.Status.InitContainerStatuses, policy, sidecars, path.Child("initContainerStatuses"), errors);

        // Ephemeral containers run once, whatever the pod's policy says.
        Validate(next.Status.EphemeralContainerStatuses, previous.Status.EphemeralContainerStatuses, RestartPolicies.Never, [], path.Child("ephemeralContainerStatuses"), errors);
    }

    private static void Validate(
        IReadOnlyList<ContainerStatus>? next, IReadOnlyList<ContainerStatus>? previous, string? policy, HashSet<string> restarting, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < previous.OrEmpty().Count && policy != RestartPolicies.Always; i++)
        {
            var old = previous![i];
            if (old.State.Terminated is not { } ended || (ended.ExitCode != 0 && policy == RestartPolicies.OnFailure) || restarting.Contains(old.Name))
            {
                continue;
            }

            foreach (var _ in next.OrEmpty().Where(n => n.Name == old.Name && n.State.Terminated is null))
            {
                errors.Forbidden(path.Index(i).Child("state"), "may not be transitioned to non-terminated state");
            }
        }
    }
}
