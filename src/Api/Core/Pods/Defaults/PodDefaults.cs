using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>Defaults of a pod, and the forms of old clients read as what they mean now.</summary>
public static class PodDefaults
{
    public static Pod Apply(Pod pod)
    {
        var spec = PodSpecDefaults.Apply(pod.Spec);
        return pod with
        {
            Metadata = WithoutInitContainerAnnotations(pod.Metadata),
            Spec = spec with
            {
                EnableServiceLinks = spec.EnableServiceLinks ?? true,
                TerminationGracePeriodSeconds = spec.TerminationGracePeriodSeconds < 0 ? 1 : spec.TerminationGracePeriodSeconds,
                Containers = spec.Containers.Each(c => Apply(c, spec.HostNetwork)),
                InitContainers = spec.InitContainers.Each(c => Apply(c, spec.HostNetwork)),
            },
            Status = SyncAddresses(pod.Status),
        };
    }

    /// <summary>Init containers were once told in annotations; nobody reads them any more.</summary>
    internal static ObjectMeta WithoutInitContainerAnnotations(ObjectMeta metadata) => metadata.Annotations is { } all && all.Keys.Any(IsInitContainerAnnotation)
        ? metadata with { Annotations = all.Where(a => !IsInitContainerAnnotation(a.Key)).ToDictionary(StringComparer.Ordinal) }
        : metadata;

    private static Container Apply(Container container, bool hostNetwork) => container with
    {
        Resources = ResourceLists.RequestsFromLimits(container.Resources),
        Ports = hostNetwork ? container.Ports.Each(static p => p.HostPort == 0 ? p with { HostPort = p.Port } : p) : container.Ports,
    };

    /// <summary>podIP and the first of podIPs say the same; where they differ podIP, the older field, counts.</summary>
    private static PodStatus SyncAddresses(PodStatus status) => (status.PodIP, status.PodIPs) switch
    {
        (null, [var first, ..]) => status with { PodIP = first.Ip },
        ({ } ip, [var first, ..]) when first.Ip != ip => status with { PodIPs = [new PodIP { Ip = ip }] },
        ({ } ip, null or []) => status with { PodIPs = [new PodIP { Ip = ip }] },
        _ => status,
    };

    private static bool IsInitContainerAnnotation(string key) => key
        is "pod.beta.kubernetes.io/init-containers" or "pod.alpha.kubernetes.io/init-containers"
        or "pod.beta.kubernetes.io/init-container-statuses" or "pod.alpha.kubernetes.io/init-container-statuses";
}
