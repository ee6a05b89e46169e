using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.RuntimeClasses;

/// <summary>Nodes on which Pods of a RuntimeClass can run.</summary>
[ApiType("io.k8s.api.node.v1.Scheduling")]
public sealed partial record Scheduling
{
    /// <summary>Labels of the nodes, joined to those of the Pod; a conflict refuses the Pod.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyDictionary<string, string>? NodeSelector { get; init; }

    /// <summary>Tolerations that Pods of the class get in addition.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<Toleration>? Tolerations { get; init; }
}
