using ActorKube.Api.Meta;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>Annotations in which v1 carries what only v2 has fields for, as JSON.</summary>
internal static class RoundTripAnnotations
{
    public const string Metrics = "autoscaling.alpha.kubernetes.io/metrics";
    public const string CurrentMetrics = "autoscaling.alpha.kubernetes.io/current-metrics";
    public const string Conditions = "autoscaling.alpha.kubernetes.io/conditions";
    public const string Behavior = "autoscaling.alpha.kubernetes.io/behavior";

    private static readonly string[] All = [Metrics, CurrentMetrics, Conditions, Behavior];

    public static ObjectMeta Remove(ObjectMeta meta)
    {
        if (meta.Annotations is not { } annotations || !All.Any(annotations.ContainsKey))
        {
            return meta;
        }

        var rest = annotations.Where(a => !All.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        return meta with { Annotations = rest.Count == 0 ? null : rest };
    }

    /// <summary>Sets those of the annotations that have a value.</summary>
    public static ObjectMeta Set(ObjectMeta meta, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var annotations = new Dictionary<string, string>(Remove(meta).Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                annotations[name] = value;
            }
        }

        return meta with { Annotations = annotations.Count == 0 ? null : annotations };
    }
}
