using ActorKube.Api.ApiRegistration;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>
/// Metrics of adapters: of the servers that have registered custom.metrics.k8s.io and external.metrics.k8s.io. Paths and wording are those of Kubernetes' clients for them. Thread-safe.
/// </summary>
internal sealed class AdapterMetrics(IExtensionServers servers, KindRegistry kinds, Func<ViewSnapshot> newest) : ICustomMetrics
{
    private static readonly string[] CustomVersions = ["v1beta2", "v1beta1"];
    private static readonly string[] ExternalVersions = ["v1beta1"];

    public async ValueTask<IReadOnlyDictionary<string, PodValue>> OfPodsAsync(string @namespace, LabelQuery pods, MetricIdentifier metric, CancellationToken cancellationToken)
    {
        var query = Query(("labelSelector", pods.ToString()), ("metricLabelSelector", Text(metric.Selector)));
        var path = $"namespaces/{@namespace}/pods/*/{Segment(metric.Name)}{query}";
        var answered = await Custom().GetAsync(path, $"pods.{MetricApis.Custom} *", cancellationToken);
        var values = new Dictionary<string, PodValue>(StringComparer.Ordinal);
        foreach (var (name, value) in MetricValues.Read(answered))
        {
            values[name] = value;
        }

        return values;
    }

    public async ValueTask<long> OfObjectAsync(string @namespace, CrossVersionObjectReference value, MetricIdentifier metric, CancellationToken cancellationToken)
    {
        var adapter = Custom();
        var query = Query(("metricLabelSelector", Text(metric.Selector)));
        var (path, what) = Place(@namespace, value, metric.Name);
        var values = MetricValues.Read(await adapter.GetAsync(path + query, what, cancellationToken));
        return values is [var only] ? only.Value.Milli : throw new MetricUnavailableException($"the custom metrics API server returned {values.Count} results when we asked for exactly one");
    }

    public async ValueTask<IReadOnlyList<long>> ExternalAsync(string @namespace, MetricIdentifier metric, CancellationToken cancellationToken)
    {
        var what = $"{metric.Name}.{MetricApis.External}";
        var api = Find(MetricApis.External, ExternalVersions) ?? throw new MetricUnavailableException($"{MetricApis.NotFound} (get {what})");
        var query = Query(("labelSelector", Text(metric.Selector)));
        return [.. MetricValues.Read(await api.GetAsync($"namespaces/{@namespace}/{Segment(metric.Name)}{query}", what, cancellationToken)).Select(static v => v.Value.Milli)];
    }

    /// <summary>The path of an object's metric, and what messages call it. That of a namespace is of the one that the autoscaler is in, whatever name it says.</summary>
    private (string Path, string What) Place(string @namespace, CrossVersionObjectReference value, string metric)
    {
        var group = value.ApiVersion?.Split('/') is [var named, _] ? named : "";
        if (group.Length == 0 && value.Kind == "Namespace")
        {
            return ($"namespaces/{@namespace}/metrics/{Segment(metric)}", $"metrics.{MetricApis.Custom} {metric}");
        }

        var resource = ResourceOf(group, value.Kind);
        return ($"namespaces/{@namespace}/{resource}/{Segment(value.Name)}/{Segment(metric)}", $"{resource}.{MetricApis.Custom} {value.Name}");
    }

    private MetricAdapter Custom() => Find(MetricApis.Custom, CustomVersions) ?? throw new MetricUnavailableException(
        MetricApis.IsRegistered(newest(), MetricApis.Custom) ? "no known available metric versions found" : $"no custom metrics API ({MetricApis.Custom}) registered");

    /// <summary>The version that the group prefers, of those that are known here.</summary>
    private MetricAdapter? Find(string group, string[] versions) =>
        MetricApis.Registered(newest(), group).Where(a => versions.Contains(a.Spec.Version)).MaxBy(a => (a.Spec.VersionPriority, -Array.IndexOf(versions, a.Spec.Version))) is { } api
            ? new MetricAdapter(servers, api)
            : null;

    private string ResourceOf(string group, string kind) => kinds.All.FirstOrDefault(k => k.Group == group && k.Name == kind)?.Resource
        ?? throw new MetricUnavailableException($"unable to map kind {(group.Length == 0 ? kind : $"{kind}.{group}")} to resource: no matches for kind \"{kind}\" in group \"{group}\"");

    /// <exception cref="MetricUnavailableException">It is none.</exception>
    private static string Text(LabelSelector? selector)
    {
        try
        {
            return selector is null ? "" : LabelQuery.FromSpec(selector.MatchLabels, selector.MatchExpressions?.Select(static e => new LabelExpression(e.Key, e.Operator, e.Values))).ToString();
        }
        catch (SelectorException e)
        {
            throw new MetricUnavailableException(e.Message);
        }
    }

    private static string Segment(string text) => Uri.EscapeDataString(text);

    /// <summary>Of the parameters that say something.</summary>
    private static string Query(params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var text = "";
        foreach (var (name, value) in parameters)
        {
            text += value.Length == 0 ? "" : $"{(text.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
        }

        return text;
    }
}
