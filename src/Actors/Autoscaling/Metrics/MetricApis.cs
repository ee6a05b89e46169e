using ActorKube.Actors.Shared;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>Why a metrics API can't be asked, in the words of Kubernetes' clients.</summary>
internal static class MetricApis
{
    public const string Resource = "metrics.k8s.io";
    public const string Custom = "custom.metrics.k8s.io";
    public const string External = "external.metrics.k8s.io";

    private const string PodUsage = "(get pods.metrics.k8s.io)";

    public const string NotFound = "the server could not find the requested resource";
    public const string Unable = "the server is currently unable to handle the request";

    /// <summary>The versions of a group for which there is a server.</summary>
    public static IEnumerable<APIService> Registered(ViewSnapshot view, string group) =>
        view.List(Resources.ApiServices).Select(static s => s.Read<APIService>()).Where(a => a.Spec.Group == group && a.Spec.Service is not null);

    public static bool IsRegistered(ViewSnapshot view, string group) => Registered(view, group).Any();

    public static bool HasResource(ViewSnapshot view) => view.Get(new ObjectKey(Resources.ApiServices, "", ApiServiceBootstrap.Metrics.Metadata.Name!)) is not null;

    public static MetricAnswer NoUsage(bool registered) => new MetricAnswer.Failed($"{(registered ? Unable : NotFound)} {PodUsage}");

    /// <summary>Where nobody could ask an adapter if there is one, as in simulations.</summary>
    public static MetricAnswer NoCustom(ViewSnapshot view, MetricSpec spec)
    {
        var group = spec.Type == "External" ? External : Custom;
        if (!IsRegistered(view, group))
        {
            return new MetricAnswer.Failed(spec.Type == "External" ? $"{NotFound} (get {spec.External?.Metric.Name}.{External})" : $"no custom metrics API ({Custom}) registered");
        }

        return new MetricAnswer.Failed($"{Unable} (get {(spec.Type == "External" ? spec.External?.Metric.Name : spec.Type == "Pods" ? "pods" : "objects")}.{group})");
    }
}
