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

    public static bool IsRegistered(ViewSnapshot view, string group) => view.List(Resources.ApiServices).Any(s => s.Read<APIService>().Spec.Group == group);

    public static bool HasResource(ViewSnapshot view) => view.Get(new ObjectKey(Resources.ApiServices, "", ApiServiceBootstrap.Metrics.Metadata.Name!)) is not null;

    public static MetricAnswer NoUsage(bool registered) => new MetricAnswer.Failed($"{(registered ? Unable : NotFound)} {PodUsage}");

    public static MetricAnswer NoCustom(ViewSnapshot view, MetricSpec spec)
    {
        var group = spec.Type == "External" ? External : Custom;
        if (!IsRegistered(view, group))
        {
            return new MetricAnswer.Failed(spec.Type == "External" ? $"{NotFound} (get {spec.External?.Metric.Name}.{External})" : $"no custom metrics API ({Custom}) registered");
        }

        return new MetricAnswer.Failed($"{Unable} (get {(spec.Type == "External" ? spec.External?.Metric.Name : spec.Type == "Pods" ? "pods" : "objects")}.{group})");
    }

    private const string NotFound = "the server could not find the requested resource";
    private const string Unable = "the server is currently unable to handle the request";
}
