using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>
/// Pods and claims that a StatefulSet keeps. Only number, ordinals, template, update strategy, claim retention and <c>minReadySeconds</c> can change.
/// </summary>
[ApiType("io.k8s.api.apps.v1.StatefulSetSpec")]
public sealed partial record StatefulSetSpec
{
    /// <summary>Number of Pods, default 1; 0 is allowed.</summary>
    [Field(1)]
    public int? Replicas { get; init; }

    /// <summary>Labels of the Pods it manages; must match the template's labels. Immutable.</summary>
    [Field(2, Required = true, Always = true)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Pod to run, named <c>&lt;set&gt;-&lt;ordinal&gt;</c>. The restart policy must be <c>Always</c>.</summary>
    [Field(3, Required = true)]
    public PodTemplateSpec Template { get; init; } = new();

    /// <summary>
    /// Claims made for each Pod, named <c>&lt;template&gt;-&lt;pod&gt;</c>. They win over volumes of the same name in the Pod; immutable.
    /// </summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<PersistentVolumeClaim>? VolumeClaimTemplates { get; init; }

    /// <summary>Headless Service, made by you beforehand, that gives the Pods their DNS names. Immutable.</summary>
    [Field(5, Required = true)]
    public string ServiceName { get; init; } = "";

    /// <summary>
    /// <c>OrderedReady</c> (default) starts and stops Pods one by one in order; <c>Parallel</c> all at once. Updates aren't affected. Immutable.
    /// </summary>
    [Field(6, Enum = ["OrderedReady", "Parallel"])]
    public string? PodManagementPolicy { get; init; }

    /// <summary>How Pods are replaced when the template changes.</summary>
    [Field(7)]
    public StatefulSetUpdateStrategy UpdateStrategy { get; init; } = new();

    /// <summary>Old revisions kept for rollback; default 10, beside those in use.</summary>
    [Field(8)]
    public int? RevisionHistoryLimit { get; init; }

    /// <summary>Seconds for which a new Pod must be ready without a crash to count as available; default 0.</summary>
    [Field(9)]
    public int MinReadySeconds { get; init; }

    /// <summary>Whether claims are kept or deleted on deletion and scaling down; they are kept by default.</summary>
    [Field(10)]
    public StatefulSetPersistentVolumeClaimRetentionPolicy? PersistentVolumeClaimRetentionPolicy { get; init; }

    /// <summary>Numbering of the Pods; from 0 when absent.</summary>
    [Field(11)]
    public StatefulSetOrdinals? Ordinals { get; init; }
}
