using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>A set of Pods, and the node label that says what counts as the same place as theirs.</summary>
[ApiType("io.k8s.api.core.v1.PodAffinityTerm")]
public sealed partial record PodAffinityTerm
{
    /// <summary>Labels of the Pods meant. Absent, it matches no Pods.</summary>
    [Field(1)]
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>
    /// Namespaces to look for Pods in, in addition to those of <c>namespaceSelector</c>. When both are absent, the Pod's own namespace.
    /// </summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Namespaces { get; init; }

    /// <summary>Node label whose equal values make one place, such as <c>topology.kubernetes.io/zone</c>; must not be empty.</summary>
    [Field(3, Required = true)]
    public string TopologyKey { get; init; } = "";

    /// <summary>Labels of the namespaces to look in; <c>{}</c> means all of them.</summary>
    [Field(4)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>
    /// Label keys whose values are taken from the new Pod and joined to <c>labelSelector</c> by <c>In</c>, for example <c>pod-template-hash</c>.
    /// Needs <c>labelSelector</c>.
    /// </summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? MatchLabelKeys { get; init; }

    /// <summary>Like <c>matchLabelKeys</c>, but joined by <c>NotIn</c>: Pods with another value are meant.</summary>
    [Field(6, List = ListType.Atomic)]
    public IReadOnlyList<string>? MismatchLabelKeys { get; init; }
}
