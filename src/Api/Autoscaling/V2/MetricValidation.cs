using ActorKube.Api.Errors;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>A metric has a type and exactly the source of that type.</summary>
internal static class MetricValidation
{
    private static readonly string[] Types = ["ContainerResource", "External", "Object", "Pods", "Resource"];

    public static void Validate(HorizontalPodAutoscalerSpec spec, FieldPath path, FieldErrors errors)
    {
        var metrics = spec.Metrics ?? [];
        foreach (var (i, metric) in metrics.Index())
        {
            Validate(metric, path.Index(i), errors);
        }

        if (spec.MinReplicas == 0 && !metrics.Any(m => m.Type is "Object" or "External"))
        {
            errors.Forbidden(path, "must specify at least one Object or External metric to support scaling to zero replicas");
        }
    }

    private static void Validate(MetricSpec metric, FieldPath path, FieldErrors errors)
    {
        var known = Types.Contains(metric.Type);
        if (metric.Type.Length == 0)
        {
            errors.Required(path.Child("type"), "must specify a metric source type");
        }

        if (!known)
        {
            // Kubernetes says so when it looks at the type and again when it looks for the source.
            errors.NotSupported(path.Child("type"), metric.Type, Types);
            errors.NotSupported(path.Child("type"), metric.Type, Types);
        }

        // Only the first source is looked into, in this order.
        var sources = Sources(metric, path, errors).Where(s => s.Validate is not null).ToList();
        if (sources.Count > 0)
        {
            sources[0].Validate!();
        }

        var expected = known ? char.ToLowerInvariant(metric.Type[0]) + metric.Type[1..] : "";
        if (known && sources.All(s => s.Name != expected))
        {
            errors.Required(path.Child(expected), "must populate information for the given metric source");
        }

        foreach (var source in sources.Count == 1 ? [] : sources.Where(s => s.Name != expected))
        {
            errors.Forbidden(path.Child(source.Name), "must populate the given metric source only");
        }
    }

    private static (string Name, Action? Validate)[] Sources(MetricSpec metric, FieldPath path, FieldErrors errors) =>
    [
        ("object", metric.Object is { } o ? () => MetricSourceValidation.Validate(o, path.Child("object"), errors) : null),
        ("external", metric.External is { } e ? () => MetricSourceValidation.Validate(e, path.Child("external"), errors) : null),
        ("pods", metric.Pods is { } p ? () => MetricSourceValidation.Validate(p, path.Child("pods"), errors) : null),
        ("resource", metric.Resource is { } r ? () => MetricSourceValidation.Validate(r, path.Child("resource"), errors) : null),
        ("containerResource", metric.ContainerResource is { } c ? () => MetricSourceValidation.Validate(c, path.Child("containerResource"), errors) : null),
    ];
}
