using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Autoscaling.Replicas;

/// <summary>What each kind of metric asks for. Wording as Kubernetes' controller has it, since people search for it.</summary>
internal static class MetricProposals
{
    public static ScaleProposal Of(MetricSpec spec, MetricAnswer answer, ScaleSubject subject) => spec switch
    {
        { Type: "Resource", Resource: { } source } =>
            Try("FailedGetResourceMetric", $"failed to get {source.Name} resource metric value", () => Resource(source.Name, null, source.Target, answer, subject)),
        { Type: "ContainerResource", ContainerResource: { } source } =>
            Try("FailedGetContainerResourceMetric", $"failed to get {source.Container} container metric value", () => Resource(source.Name, source.Container, source.Target, answer, subject)),
        { Type: "Pods", Pods: { } source } => Try("FailedGetPodsMetric", "failed to get pods metric value", () => Pods(source, answer, subject)),
        { Type: "Object", Object: { Target: { Type: "AverageValue", AverageValue: { } target } } source } =>
            Try("FailedGetObjectMetric", $"failed to get object metric value: failed to get {source.Metric.Name} object metric", () => ObjectShare(source, target, answer, subject)),
        { Type: "Object", Object: { } source } => Try("FailedGetObjectMetric", "failed to get object metric value", () => ObjectValue(source, answer, subject)),
        { Type: "External", External: { Target.AverageValue: { } target } source } => Try(
            "FailedGetExternalMetric", $"failed to get {source.Metric.Name} external metric value: failed to get {source.Metric.Name} external metric", () => ExternalShare(source, target, answer, subject)),
        { Type: "External", External: { } source } => Try(
            "FailedGetExternalMetric", $"failed to get {source.Metric.Name} external metric value: failed to get external metric {source.Metric.Name}", () => ExternalValue(source, answer, subject)),
        _ => new ScaleProposal.None("InvalidMetricSourceType", $"unknown metric source type \"{spec.Type}\"", $"unknown metric source type \"{spec.Type}\""),
    };

    private static ScaleProposal Try(string reason, string summary, Func<ScaleProposal> propose)
    {
        try
        {
            return propose();
        }
        catch (MetricException e)
        {
            return new ScaleProposal.None(reason, e.Message, $"{summary}: {e.Message}");
        }
    }

    private static ScaleProposal.Found Resource(string name, string? container, MetricTarget target, MetricAnswer answer, ScaleSubject subject)
    {
        var isUtilization = target.AverageValue is null;
        try
        {
            var (replicas, ratio) = Average(subject, PodUsage.Of(answer, subject.Pods, name, container), () => Measure(name, container, target, subject), name == "cpu");
            var value = new MetricValueStatus { AverageUtilization = ratio.Utilization, AverageValue = Quantity.FromMilli(ratio.Average) };
            var metric = isUtilization ? $"{name} {(container is null ? "" : "container ")}resource utilization (percentage of request)" : $"{name} resource";
            return new ScaleProposal.Found(replicas, metric, container is null
                ? new MetricStatus { Type = "Resource", Resource = new() { Name = name, Current = value } }
                : new MetricStatus { Type = "ContainerResource", ContainerResource = new() { Name = name, Container = container, Current = value } });
        }
        catch (MetricException e)
        {
            throw new MetricException($"failed to get {name} {(isUtilization ? "utilization" : "usage")}: {e.Message}");
        }
    }

    private static IMeasure Measure(string name, string? container, MetricTarget target, ScaleSubject subject) => target.AverageValue is { } value
        ? new AverageMeasure(value.MilliValue())
        : new UtilizationMeasure(UtilizationMeasure.Requests(subject.Pods, name, container), target.AverageUtilization ?? 0);

    private static ScaleProposal.Found Pods(PodsMetricSource source, MetricAnswer answer, ScaleSubject subject)
    {
        var values = answer switch
        {
            MetricAnswer.PerPod { Values: { Count: > 0 } known } => known,
            MetricAnswer.Failed failed => throw new MetricException($"unable to get metric {source.Metric.Name}: unable to fetch metrics from custom metrics API: {failed.Message}"),
            _ => throw new MetricException($"unable to get metric {source.Metric.Name}: no metrics returned from custom metrics API"),
        };
        var (replicas, ratio) = Average(subject, values, () => new AverageMeasure(source.Target.AverageValue!.Value.MilliValue()), isCpu: false);
        return new ScaleProposal.Found(replicas, $"pods metric {source.Metric.Name}", new MetricStatus
        {
            Type = "Pods",
            Pods = new() { Metric = source.Metric, Current = new() { AverageValue = Quantity.FromMilli(ratio.Average) } },
        });
    }

    private static ScaleProposal.Found ObjectValue(ObjectMetricSource source, MetricAnswer answer, ScaleSubject subject)
    {
        if (source.Target.Value is not { } target || source.Target.Type != "Value")
        {
            throw new MetricException("invalid object metric source: neither a value target nor an average value target was set");
        }

        var number = Number(source, answer, subject);
        var replicas = NumberReplicas.ByValue(subject.Wanted, number, target.MilliValue(), subject.Pods, subject.Options);
        return new ScaleProposal.Found(replicas, $"{source.DescribedObject.Kind} metric {source.Metric.Name}", Status(source, new() { Value = Quantity.FromMilli(number) }));
    }

    private static ScaleProposal.Found ObjectShare(ObjectMetricSource source, Quantity target, MetricAnswer answer, ScaleSubject subject)
    {
        var (replicas, share) = NumberReplicas.ByShare(subject.Present, Number(source, answer, subject), target.MilliValue(), subject.Options);
        return new ScaleProposal.Found(replicas, $"external metric {source.Metric.Name}({PrintedSelector.Of(source.Metric.Selector)})", Status(source, new() { AverageValue = Quantity.FromMilli(share) }));
    }

    private static long Number(ObjectMetricSource source, MetricAnswer answer, ScaleSubject subject) => answer switch
    {
        MetricAnswer.Numbers { Milli: [var number, ..] } => number,
        MetricAnswer.Failed failed => throw new MetricException(
            $"unable to get metric {source.Metric.Name}: unable to fetch metrics from custom metrics API: {failed.Message} on {source.DescribedObject.Kind} {subject.Namespace}/{source.DescribedObject.Name}"),
        _ => throw new MetricException($"unable to get metric {source.Metric.Name}: no metrics returned from custom metrics API on {source.DescribedObject.Kind} {subject.Namespace}/{source.DescribedObject.Name}"),
    };

    private static MetricStatus Status(ObjectMetricSource source, MetricValueStatus value) =>
        new() { Type = "Object", Object = new() { DescribedObject = source.DescribedObject, Metric = source.Metric, Current = value } };

    private static ScaleProposal.Found ExternalValue(ExternalMetricSource source, MetricAnswer answer, ScaleSubject subject)
    {
        if (source.Target.Value is not { } target)
        {
            throw new MetricException("invalid external metric source: neither a value target nor an average value target was set");
        }

        var number = Sum(source, answer, subject);
        var replicas = NumberReplicas.ByValue(subject.Wanted, number, target.MilliValue(), subject.Pods, subject.Options);
        return External(source, replicas, new() { Value = Quantity.FromMilli(number) });
    }

    private static ScaleProposal.Found ExternalShare(ExternalMetricSource source, Quantity target, MetricAnswer answer, ScaleSubject subject)
    {
        var (replicas, share) = NumberReplicas.ByShare(subject.Present, Sum(source, answer, subject), target.MilliValue(), subject.Options);
        return External(source, replicas, new() { AverageValue = Quantity.FromMilli(share) });
    }

    private static ScaleProposal.Found External(ExternalMetricSource source, int replicas, MetricValueStatus value) =>
        new(replicas, $"external metric {source.Metric.Name}({PrintedSelector.Of(source.Metric.Selector)})", new MetricStatus { Type = "External", External = new() { Metric = source.Metric, Current = value } });

    private static long Sum(ExternalMetricSource source, MetricAnswer answer, ScaleSubject subject)
    {
        var series = $"unable to get external metric {subject.Namespace}/{source.Metric.Name}/{PrintedSelector.Of(source.Metric.Selector)}";
        return answer switch
        {
            MetricAnswer.Numbers { Milli: { Count: > 0 } numbers } => numbers.Sum(),
            MetricAnswer.Failed failed => throw new MetricException($"{series}: unable to fetch metrics from external metrics API: {failed.Message}"),
            _ => throw new MetricException($"{series}: no metrics returned from external metrics API"),
        };
    }

    private static (int Replicas, Ratio Ratio) Average(ScaleSubject subject, IReadOnlyDictionary<string, PodValue> values, Func<IMeasure> measuring, bool isCpu) =>
        AverageReplicas.Of(subject.Wanted, subject.Pods, values, measuring, isCpu, subject.Options, subject.Now);
}
