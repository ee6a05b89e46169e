using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Limits how unevenly matching Pods are spread over the domains that a node label makes.</summary>
[ApiType("io.k8s.api.core.v1.TopologySpreadConstraint")]
public sealed partial record TopologySpreadConstraint
{
    /// <summary>
    /// How many more Pods a domain may have than the emptiest one; at least 1. With <c>ScheduleAnyway</c> it only guides the ranking.
    /// </summary>
    [Field(1, Required = true, Always = true)]
    public int MaxSkew { get; init; }

    /// <summary>Node label whose values are the domains, such as <c>topology.kubernetes.io/zone</c>. Nodes without it don't count.</summary>
    [Field(2, Required = true)]
    public string TopologyKey { get; init; } = "";

    /// <summary><c>DoNotSchedule</c> leaves the Pod pending, <c>ScheduleAnyway</c> prefers nodes that reduce the skew.</summary>
    [Field(3, Required = true, Enum = ["DoNotSchedule", "ScheduleAnyway"])]
    public string WhenUnsatisfiable { get; init; } = "";

    /// <summary>Labels of the Pods that are counted, in the Pod's own namespace.</summary>
    [Field(4)]
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>
    /// Domains there should be, at least 1. While fewer exist the lowest count is taken as 0. Allowed with <c>DoNotSchedule</c> only; absent acts
    /// like 1.
    /// </summary>
    [Field(5)]
    public int? MinDomains { get; init; }

    /// <summary>Whether only nodes that the Pod's affinity and node selector allow are counted: <c>Honor</c> (default) or <c>Ignore</c>.</summary>
    [Field(6, KeepEmpty = true, Enum = ["Honor", "Ignore"])]
    public string? NodeAffinityPolicy { get; init; }

    /// <summary>Whether nodes with taints the Pod doesn't tolerate are left out: <c>Honor</c>, or <c>Ignore</c> (default).</summary>
    [Field(7, KeepEmpty = true, Enum = ["Honor", "Ignore"])]
    public string? NodeTaintsPolicy { get; init; }

    /// <summary>
    /// Label keys whose values in the new Pod narrow <c>labelSelector</c>, so that each revision is spread by itself (<c>pod-template-hash</c>).
    /// </summary>
    [Field(8, List = ListType.Atomic)]
    public IReadOnlyList<string>? MatchLabelKeys { get; init; }
}
