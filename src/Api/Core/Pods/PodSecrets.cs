namespace ActorKube.Api.Core;

/// <summary>The secrets that a pod uses.</summary>
public static class PodSecrets
{
    /// <summary>Their names, wherever they stand: pull secrets, variables, volumes of all kinds. Some may repeat.</summary>
    public static IEnumerable<string> Names(PodSpec spec)
    {
        IEnumerable<string?> names =
        [
            .. spec.ImagePullSecrets.OrEmpty().Select(static s => s.Name),
            .. PodContainers.All(spec).SelectMany(InVariables),
            .. spec.Volumes.OrEmpty().SelectMany(InVolume),
        ];
        return names.Where(static n => !string.IsNullOrEmpty(n)).OfType<string>();
    }

    private static IEnumerable<string?> InVariables(Container container) =>
        container.Env.OrEmpty().Select(static e => e.ValueFrom?.SecretKeyRef?.Name).Concat(container.EnvFrom.OrEmpty().Select(static e => e.SecretRef?.Name));

    private static IEnumerable<string?> InVolume(Volume volume) =>
    [
        volume.Secret?.SecretName,
        .. (volume.Projected?.Sources).OrEmpty().Select(static s => s.Secret?.Name),
        volume.AzureFile?.SecretName,
        volume.Cephfs?.SecretRef?.Name,
        volume.Cinder?.SecretRef?.Name,
        volume.Csi?.NodePublishSecretRef?.Name,
        volume.FlexVolume?.SecretRef?.Name,
        volume.Iscsi?.SecretRef?.Name,
        volume.Rbd?.SecretRef?.Name,
        volume.ScaleIO?.SecretRef?.Name,
        volume.Storageos?.SecretRef?.Name,
    ];
}
