using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>Which pods are a service's.</summary>
internal static class ServiceSelector
{
    /// <summary>Null for a service whose endpoints are somebody else's: one without a selector, and a mere name.</summary>
    public static LabelSelector? Of(Service service) =>
        service.Spec is { Type: not ServiceTypes.ExternalName, Selector: { Count: > 0 } labels } ? new LabelSelector { MatchLabels = labels } : null;

    /// <summary>The service has no address that it could be reached by.</summary>
    public static bool IsHeadless(Service service) => service.Spec.ClusterIP is null or "" or ServiceTypes.Headless;
}
