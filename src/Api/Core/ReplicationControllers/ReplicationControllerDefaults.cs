namespace ActorKube.Api.Core;

internal static class ReplicationControllerDefaults
{
    /// <summary>The labels of the template serve as selector and as labels where these are absent.</summary>
    public static ReplicationController Apply(ReplicationController value)
    {
        var spec = value.Spec;
        var labels = spec.Template?.Metadata.Labels;
        return value with
        {
            Metadata = value.Metadata is { Labels: null or { Count: 0 } } && labels is not null ? value.Metadata with { Labels = labels } : value.Metadata,
            Spec = spec with
            {
                Replicas = spec.Replicas ?? 1,
                Selector = spec.Selector is { Count: > 0 } selector ? selector : labels,
                Template = spec.Template is { } template ? PodTemplateDefaults.Apply(template) : null,
            },
        };
    }
}
