using ActorKube.Api.Core;

namespace ActorKube.Server.Admission;

/// <summary>
/// Accounts with the annotation <c>kubernetes.io/enforce-mountable-secrets</c> let their pods use those secrets only that the account lists.
/// </summary>
internal static class MountableSecrets
{
    private const string Annotation = "kubernetes.io/enforce-mountable-secrets";

    public static bool AreEnforced(ServiceAccount account) => account.Metadata.Annotations?.GetValueOrDefault(Annotation) is "true" or "1" or "t" or "T" or "TRUE" or "True";

    /// <summary>Null for a pod that keeps to them.</summary>
    public static string? Violation(ServiceAccount account, Pod pod) =>
        (pod.Spec.Volumes ?? []).Select(v => InVolume(account, v))
            .Concat((pod.Spec.InitContainers ?? []).Select(c => InVariables(account, c, "init container")))
            .Concat((pod.Spec.Containers ?? []).Select(c => InVariables(account, c, "container")))
            .Concat((pod.Spec.ImagePullSecrets ?? []).Select((s, i) => ForPulls(account, s, i)))
            .FirstOrDefault(static v => v is not null);

    public static string? EphemeralViolation(ServiceAccount account, Pod pod) =>
        (pod.Spec.EphemeralContainers ?? []).Select(c => InVariables(account, EphemeralContainerFields.ToContainer(c), "ephemeral container")).FirstOrDefault(static v => v is not null);

    private static string? InVolume(ServiceAccount account, Volume volume) => volume.Secret is { } secret && !Lists(account, secret.SecretName)
        ? $"volume with secret.secretName=\"{secret.SecretName}\" is not allowed because {Ending(account)}" : null;

    private static string? InVariables(ServiceAccount account, Container container, string what)
    {
        var variable = container.Env?.FirstOrDefault(e => e.ValueFrom?.SecretKeyRef is { } key && !Lists(account, key.Name));
        if (variable is not null)
        {
            return $"{what} {container.Name} with envVar {variable.Name} referencing secret.secretName=\"{variable.ValueFrom!.SecretKeyRef!.Name}\" is not allowed because {Ending(account)}";
        }

        var all = container.EnvFrom?.FirstOrDefault(e => e.SecretRef is { } secret && !Lists(account, secret.Name));
        return all is null ? null : $"{what} {container.Name} with envFrom referencing secret.secretName=\"{all.SecretRef!.Name}\" is not allowed because {Ending(account)}";
    }

    private static string? ForPulls(ServiceAccount account, LocalObjectReference secret, int index) => account.ImagePullSecrets?.Any(s => s.Name == secret.Name) == true ? null
        : $"imagePullSecrets[{index}].name=\"{secret.Name}\" is not allowed because service account {account.Metadata.Name} does not reference that imagePullSecret";

    private static bool Lists(ServiceAccount account, string? secret) => account.Secrets?.Any(s => s.Name == secret) == true;

    private static string Ending(ServiceAccount account) => $"service account {account.Metadata.Name} does not reference that secret";
}
