using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Rules about the nodes that a Pod may or should run on. They count at scheduling, not for Pods that already run.</summary>
[ApiType("io.k8s.api.core.v1.NodeAffinity")]
public sealed partial record NodeAffinity
{
    /// <summary>Nodes the Pod may be placed on; when none fits, it stays pending. Later changes of labels don't evict it.</summary>
    [Field(1)]
    public NodeSelector? RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Wishes with weights: the scheduler favours the node that collects the largest sum, but may pick another.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<PreferredSchedulingTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}
