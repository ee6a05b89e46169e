using System.Collections.Immutable;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Metrics;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>Asks for an autoscaler's metrics: the one thing of autoscaling that is no pure function.</summary>
/// <param name="usage">What pods use; null where nothing measures.</param>
/// <param name="custom">All other metrics; null where there are none.</param>
internal sealed class MetricsReader(IUsageReadings? usage, ICustomMetrics? custom)
{
    /// <returns>One answer for each metric, in their order.</returns>
    public async ValueTask<ImmutableArray<MetricAnswer>> ReadAsync(ViewSnapshot view, string @namespace, LabelQuery pods, IReadOnlyList<MetricSpec> metrics, CancellationToken cancellationToken)
    {
        var answers = ImmutableArray.CreateBuilder<MetricAnswer>(metrics.Count);
        MetricAnswer? use = null;
        foreach (var metric in metrics)
        {
            answers.Add(metric.Type is "Resource" or "ContainerResource"
                ? use ??= await UsageAsync(view, cancellationToken)
                : custom is null ? MetricApis.NoCustom(view, metric) : await CustomAsync(custom, @namespace, pods, metric, cancellationToken));
        }

        return answers.MoveToImmutable();
    }

    private async ValueTask<MetricAnswer> UsageAsync(ViewSnapshot view, CancellationToken cancellationToken)
    {
        if (usage is null || !MetricApis.HasResource(view))
        {
            return MetricApis.NoUsage(registered: false);
        }

        var readings = await usage.ReadAsync(cancellationToken);
        return readings.Count == 0 ? MetricApis.NoUsage(registered: true) : new MetricAnswer.Usage(readings);
    }

    private static async ValueTask<MetricAnswer> CustomAsync(ICustomMetrics custom, string @namespace, LabelQuery pods, MetricSpec metric, CancellationToken cancellationToken)
    {
        try
        {
            return metric switch
            {
                { Pods: { } source } => new MetricAnswer.PerPod(await custom.OfPodsAsync(@namespace, pods, source.Metric, cancellationToken)),
                { Object: { } source } => new MetricAnswer.Numbers([await custom.OfObjectAsync(@namespace, source.DescribedObject, source.Metric, cancellationToken)]),
                { External: { } source } => new MetricAnswer.Numbers(await custom.ExternalAsync(@namespace, source.Metric, cancellationToken)),
                _ => new MetricAnswer.Failed($"unknown metric source type \"{metric.Type}\""),
            };
        }
        catch (MetricUnavailableException e)
        {
            return new MetricAnswer.Failed(e.Message);
        }
    }
}
