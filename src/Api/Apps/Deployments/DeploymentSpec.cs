using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pods that a Deployment keeps, and how they are updated.</summary>
[ApiType("io.k8s.api.apps.v1.DeploymentSpec")]
public sealed partial record DeploymentSpec
{
    /// <summary>Number of Pods, default 1; 0 is allowed.</summary>
    [Field(1)]
    public int? Replicas { get; init; }

    /// <summary>Labels of the Pods it manages; must match the template's labels. Immutable.</summary>
    [Field(2, Required = true, Always = true)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Pod to run; a change of it starts a rollout. The restart policy must be <c>Always</c>.</summary>
    [Field(3, Required = true)]
    public PodTemplateSpec Template { get; init; } = new();

    /// <summary>How old Pods are replaced by new ones.</summary>
    [Field(4, Patch = PatchStrategy.RetainKeys)]
    public DeploymentStrategy Strategy { get; init; } = new();

    /// <summary>Seconds for which a new Pod must be ready without a crash to count as available; default 0.</summary>
    [Field(5)]
    public int MinReadySeconds { get; init; }

    /// <summary>Old ReplicaSets kept for rollback, default 10; with 0 there is nothing to go back to.</summary>
    [Field(6)]
    public int? RevisionHistoryLimit { get; init; }

    /// <summary><c>true</c> holds back rollouts; changes of the template gather. Scaling still works. Default <c>false</c>.</summary>
    [Field(7)]
    public bool Paused { get; init; }

    /// <summary>
    /// Seconds without progress after which <c>Progressing</c> turns <c>False</c>; default 600. The rollout is reported, not undone.
    /// </summary>
    [Field(9)]
    public int? ProgressDeadlineSeconds { get; init; }
}
