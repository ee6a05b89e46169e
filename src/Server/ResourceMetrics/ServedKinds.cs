using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Server.ResourceMetrics;

/// <summary>The kinds that are served at this moment: those of metrics.k8s.io only while that API is registered, as on Kubernetes, where it is an add-on. Thread-safe.</summary>
public sealed class ServedKinds(KindRegistry always, KindRegistry withMetrics, Func<ViewSnapshot> newest)
{
    private static readonly ObjectKey Registration = new("apiservices.apiregistration.k8s.io", "", ApiServiceBootstrap.Metrics.Metadata.Name!);

    /// <summary>All that are served whatever is registered.</summary>
    public KindRegistry Always => always;

    /// <summary>All that may be served.</summary>
    public KindRegistry Most => withMetrics;

    /// <summary>False also while another server is registered for it.</summary>
    public bool HasMetrics => newest().Get(Registration)?.Read<APIService>() is { Spec.Service: null };

    public KindRegistry Current => HasMetrics ? withMetrics : always;

    /// <summary>The kind of a request's path; null where there is none.</summary>
    public Kind? Find(string group, string version, string plural) => always.Find(group, version, plural) ?? Current.Find(group, version, plural);
}
