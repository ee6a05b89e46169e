using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Where a metric comes from, and which of its target's numbers that source can have.</summary>
internal static class MetricSourceValidation
{
    public static void Validate(ObjectMetricSource source, FieldPath path, FieldErrors errors)
    {
        HorizontalPodAutoscalerValidation.ValidateReference(source.DescribedObject, path.Child("describedObject"), errors);
        ValidateMetric(source.Metric, path.Child("metric"), errors);
        MetricTargetValidation.Validate(source.Target, path.Child("target"), errors);
        if (source.Target is { Value: null, AverageValue: null })
        {
            errors.Required(path.Child("target").Child("averageValue"), "must set either a target value or averageValue");
        }
    }

    public static void Validate(ExternalMetricSource source, FieldPath path, FieldErrors errors)
    {
        ValidateMetric(source.Metric, path.Child("metric"), errors);
        MetricTargetValidation.Validate(source.Target, path.Child("target"), errors);
        switch (source.Target)
        {
            case { Value: null, AverageValue: null }:
                errors.Required(path.Child("target").Child("averageValue"), "must set either a target value for metric or a per-pod target");
                break;
            case { Value: not null, AverageValue: not null }:
                errors.Forbidden(path.Child("target").Child("value"), "may not set both a target value for metric and a per-pod target");
                break;
        }
    }

    public static void Validate(PodsMetricSource source, FieldPath path, FieldErrors errors)
    {
        ValidateMetric(source.Metric, path.Child("metric"), errors);
        MetricTargetValidation.Validate(source.Target, path.Child("target"), errors);
        if (source.Target.AverageValue is null)
        {
            errors.Required(path.Child("target").Child("averageValue"), "must specify a positive target averageValue");
        }
    }

    public static void Validate(ResourceMetricSource source, FieldPath path, FieldErrors errors)
    {
        if (source.Name.Length == 0)
        {
            errors.Required(path.Child("name"), "must specify a resource name");
        }

        ValidateResourceTarget(source.Target, path.Child("target"), errors);
    }

    public static void Validate(ContainerResourceMetricSource source, FieldPath path, FieldErrors errors)
    {
        if (source.Name.Length == 0)
        {
            errors.Required(path.Child("name"), "must specify a resource name");
        }
        else
        {
            ContainerResourceValidation.ValidateName(source.Name, path.Child("name"), errors);
        }

        if (source.Container.Length == 0)
        {
            errors.Required(path.Child("container"), "must specify a container");
        }
        else
        {
            errors.InvalidAll(path.Child("container"), source.Container, DnsNames.Label(source.Container));
        }

        ValidateResourceTarget(source.Target, path.Child("target"), errors);
    }

    private static void ValidateResourceTarget(MetricTarget target, FieldPath path, FieldErrors errors)
    {
        MetricTargetValidation.Validate(target, path, errors);
        switch (target)
        {
            case { AverageUtilization: null, AverageValue: null }:
                errors.Required(path.Child("averageUtilization"), "must set either a target raw value or a target utilization");
                break;
            case { AverageUtilization: not null, AverageValue: not null }:
                errors.Forbidden(path.Child("averageValue"), "may not set both a target raw value and a target utilization");
                break;
        }
    }

    private static void ValidateMetric(MetricIdentifier metric, FieldPath path, FieldErrors errors) =>
        HorizontalPodAutoscalerValidation.ValidateSegment(metric.Name, path.Child("name"), "must specify a metric name", errors);
}
