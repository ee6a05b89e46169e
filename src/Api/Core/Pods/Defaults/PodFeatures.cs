namespace ActorKube.Api.Core;

/// <summary>
/// Fields of features that Kubernetes v1.32 ships switched off: a write keeps none of them. Call it where an object that holds a
/// pod specification is created or updated, before it is validated.
/// </summary>
public static class PodFeatures
{
    public static PodTemplateSpec DropDisabled(PodTemplateSpec template) => template with { Spec = DropDisabled(template.Spec) };

    public static PodSpec DropDisabled(PodSpec spec)
    {
        var images = spec.Volumes.OrEmpty().Where(static v => v.Image is not null).Select(static v => v.Name).ToHashSet(StringComparer.Ordinal);
        return spec with
        {
            HostUsers = null,
            Resources = null,
            ResourceClaims = null,
            SecurityContext = spec.SecurityContext is { SupplementalGroupsPolicy: not null } or { SeLinuxChangePolicy: not null }
                ? spec.SecurityContext with { SupplementalGroupsPolicy = null, SeLinuxChangePolicy = null }
                : spec.SecurityContext,
            Volumes = images.Count == 0 ? spec.Volumes.Each(DropDisabled) : [.. spec.Volumes.OrEmpty().Where(static v => v.Image is null).Select(DropDisabled)],
            Containers = spec.Containers.Each(c => DropDisabled(c, images)),
            InitContainers = spec.InitContainers.Each(c => DropDisabled(c, images)),
            EphemeralContainers = spec.EphemeralContainers.Each(e => e.Change(c => DropDisabled(c, images))),
        };
    }

    private static Container DropDisabled(Container container, HashSet<string> images) => container with
    {
        ResizePolicy = null,
        Resources = container.Resources.Claims is null ? container.Resources : container.Resources with { Claims = null },
        VolumeMounts = images.Count == 0 ? container.VolumeMounts : container.VolumeMounts?.Where(m => !images.Contains(m.Name)).ToList(),

        // Present once, the field has to stay: it only can't be anything but the default.
        SecurityContext = container.SecurityContext is { ProcMount: not null } context ? context with { ProcMount = "Default" } : container.SecurityContext,
    };

    private static Volume DropDisabled(Volume volume) =>
        volume.Projected is { Sources: { } sources } projected && sources.Any(static s => s.ClusterTrustBundle is not null)
            ? volume with { Projected = projected with { Sources = sources.Each(static s => s with { ClusterTrustBundle = null }) } }
            : volume;
}
