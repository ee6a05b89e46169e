using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>Which pods are a service's.</summary>
internal static class ServiceSelector
{
    /// <summary>Null for a service whose endpoints are somebody else's: one without a selector, and a mere name.</summary>
    public static LabelSelector? Of(Service service) =>
        service.Spec is { Type: not ServiceTypes.ExternalName, Selector: { Count: > 0 } labels } ? new LabelSelector { MatchLabels = labels } : null;

    /// <summary>The labels that what lists its endpoints has from the service: its own, and whether it is headless, which it can't say itself.</summary>
    public static Dictionary<string, string> LabelsOf(Service service)
    {
        var labels = new Dictionary<string, string>(service.Metadata.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        labels.Remove(NetworkingNames.Headless);
        if (IsHeadless(service))
        {
            labels[NetworkingNames.Headless] = "";
        }

        return labels;
    }

    /// <summary>The service has no address that it could be reached by.</summary>
    public static bool IsHeadless(Service service) => service.Spec.ClusterIP is null or "" or ServiceTypes.Headless;
}
