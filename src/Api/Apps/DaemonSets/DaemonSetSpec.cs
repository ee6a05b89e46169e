using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pods that a DaemonSet puts on nodes, and how they are updated.</summary>
[ApiType("io.k8s.api.apps.v1.DaemonSetSpec")]
public sealed partial record DaemonSetSpec
{
    /// <summary>Labels of the Pods it manages; must match the template's labels. Immutable.</summary>
    [Field(1, Required = true, Always = true)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Pod to run on each node that its selector, affinity and tolerations allow; the restart policy must be <c>Always</c>.</summary>
    [Field(2, Required = true)]
    public PodTemplateSpec Template { get; init; } = new();

    /// <summary>How Pods are replaced when the template changes.</summary>
    [Field(3)]
    public DaemonSetUpdateStrategy UpdateStrategy { get; init; } = new();

    /// <summary>Seconds for which a new Pod must be ready without a crash to count as available; default 0.</summary>
    [Field(4)]
    public int MinReadySeconds { get; init; }

    /// <summary>Old revisions kept for rollback; default 10, and 0 keeps none that is unused.</summary>
    [Field(6)]
    public int? RevisionHistoryLimit { get; init; }
}
