using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>The scale subresource of objects whose kind has one.</summary>
public static class Scales
{
    /// <summary>What <c>/scale</c> shows of an object: its identity, its numbers of replicas and its selector as text.</summary>
    public static Scale Of(IApiObject value, ScaleMapping mapping) => new()
    {
        ApiVersion = "autoscaling/v1",
        Kind = "Scale",
        Metadata = new ObjectMeta
        {
            Name = value.Metadata.Name,
            Namespace = value.Metadata.Namespace,
            Uid = value.Metadata.Uid,
            ResourceVersion = value.Metadata.ResourceVersion,
            CreationTimestamp = value.Metadata.CreationTimestamp,
        },
        Spec = new ScaleSpec { Replicas = mapping.SpecReplicas(value) },
        Status = new ScaleStatus
        {
            Replicas = mapping.StatusReplicas(value),
            Selector = mapping.Selector(value) is { Length: > 0 } selector ? selector : null,
        },
    };

    /// <summary>The table of a scale.</summary>
    public static IReadOnlyList<Column<Scale>> Columns { get; } =
    [
        new("Name", "Name of the object, unique among its kind in its namespace.", static s => s.Metadata.Name),
        new("Desired", "integer", "", "Replicas that are wanted.", 0, static (s, _) => s.Spec.Replicas),
        new("Available", "integer", "", "Replicas that are there.", 0, static (s, _) => s.Status.Replicas),
        Column<Scale>.AgeColumn,
    ];
}
