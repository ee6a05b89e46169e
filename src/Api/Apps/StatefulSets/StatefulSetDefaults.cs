using ActorKube.Api.Core;

namespace ActorKube.Api.Apps;

internal static class StatefulSetDefaults
{
    private const int History = 10;

    public static StatefulSet Apply(StatefulSet value)
    {
        var spec = value.Spec;
        var retention = spec.PersistentVolumeClaimRetentionPolicy;
        return value with
        {
            Spec = spec with
            {
                Replicas = spec.Replicas ?? 1,
                Template = Template(spec.Template),
                VolumeClaimTemplates = spec.VolumeClaimTemplates.Each(ClaimTemplate),
                PodManagementPolicy = spec.PodManagementPolicy ?? PodManagementPolicies.OrderedReady,
                UpdateStrategy = Strategy(spec.UpdateStrategy),
                RevisionHistoryLimit = spec.RevisionHistoryLimit ?? History,
                PersistentVolumeClaimRetentionPolicy = new()
                {
                    WhenDeleted = retention?.WhenDeleted ?? ClaimRetentionPolicies.Retain,
                    WhenScaled = retention?.WhenScaled ?? ClaimRetentionPolicies.Retain,
                },
            },
        };
    }

    /// <summary>Only StatefulSets let templates without containers through; an empty list is an absent one.</summary>
    private static PodTemplateSpec Template(PodTemplateSpec template)
    {
        var result = PodTemplateDefaults.Apply(template);
        return result.Spec.Containers is { Count: 0 } ? result with { Spec = result.Spec with { Containers = null } } : result;
    }

    /// <summary>A strategy that names its type and says no more stays as it is.</summary>
    private static StatefulSetUpdateStrategy Strategy(StatefulSetUpdateStrategy strategy)
    {
        var rolling = strategy.RollingUpdate ?? (strategy.Type is null ? new() : null);
        var type = strategy.Type ?? UpdateStrategies.RollingUpdate;
        return type == UpdateStrategies.RollingUpdate && rolling is not null
            ? new() { Type = type, RollingUpdate = rolling with { Partition = rolling.Partition ?? 0 } }
            : strategy;
    }

    /// <summary>A claim template is shown as the claim it would make.</summary>
    private static PersistentVolumeClaim ClaimTemplate(PersistentVolumeClaim claim) =>
        PersistentVolumeClaimDefaults.Apply(claim) with { ApiVersion = "v1", Kind = "PersistentVolumeClaim" };
}
