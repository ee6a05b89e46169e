using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Pods that a Service stands for, and how they can be reached.</summary>
[ApiType("io.k8s.api.core.v1.ServiceSpec")]
public sealed partial record ServiceSpec
{
    /// <summary>Ports of the Service; required unless it is headless or an external name.</summary>
    [Field(1, List = ListType.Map, Keys = ["port", "protocol"], MergeKey = "port", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ServicePort>? Ports { get; init; }

    /// <summary>Labels of the Pods. Empty means that something else keeps the endpoints; ignored for <c>ExternalName</c>.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyDictionary<string, string>? Selector { get; init; }

    /// <summary>Virtual address, chosen by the server when empty; <c>None</c> makes a headless Service. Rarely changeable.</summary>
    [Field(3)]
    public string? ClusterIP { get; init; }

    /// <summary>Virtual addresses, one per family, at most two; the first equals <c>clusterIP</c>.</summary>
    [Field(18, List = ListType.Atomic)]
    public IReadOnlyList<string>? ClusterIPs { get; init; }

    /// <summary>
    /// <c>ClusterIP</c> (default), <c>NodePort</c>, <c>LoadBalancer</c> or <c>ExternalName</c>; the second and third build on the one before.
    /// </summary>
    [Field(4, Enum = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"])]
    public string? Type { get; init; }

    /// <summary>Further addresses whose traffic nodes accept for the Service; getting it to the nodes is the administrator's task.</summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? ExternalIPs { get; init; }

    /// <summary><c>None</c> (default), or <c>ClientIP</c> to send a client to the same Pod each time.</summary>
    [Field(7, Enum = ["ClientIP", "None"])]
    public string? SessionAffinity { get; init; }

    /// <summary>Deprecated: address wanted from the load balancer; many ignore it.</summary>
    [Field(8)]
    public string? LoadBalancerIP { get; init; }

    /// <summary>Client ranges in CIDR form that the load balancer lets through; all when empty.</summary>
    [Field(9, List = ListType.Atomic)]
    public IReadOnlyList<string>? LoadBalancerSourceRanges { get; init; }

    /// <summary>Host name that DNS answers with as a <c>CNAME</c>; with type <c>ExternalName</c> only, where it is required.</summary>
    [Field(10)]
    public string? ExternalName { get; init; }

    /// <summary>
    /// Traffic from outside goes to Pods of any node (<c>Cluster</c>, default) or of the node it reaches (<c>Local</c>), which keeps the client's
    /// address.
    /// </summary>
    [Field(11, Enum = ["Cluster", "Local"])]
    public string? ExternalTrafficPolicy { get; init; }

    /// <summary>Port on which nodes say whether they have Pods of the Service; for <c>LoadBalancer</c> with <c>Local</c> only. Immutable.</summary>
    [Field(12)]
    public int HealthCheckNodePort { get; init; }

    /// <summary><c>true</c> publishes Pods that aren't ready too, for peers that must find each other early. Default <c>false</c>.</summary>
    [Field(13)]
    public bool PublishNotReadyAddresses { get; init; }

    /// <summary>Settings for <c>sessionAffinity: ClientIP</c>, such as its duration.</summary>
    [Field(14)]
    public SessionAffinityConfig? SessionAffinityConfig { get; init; }

    /// <summary>
    /// <c>IPv4</c>, <c>IPv6</c> or both, in order of preference; chosen from the cluster's when empty. The first one can't be changed.
    /// </summary>
    [Field(19, List = ListType.Atomic, Enum = ["", "IPv4", "IPv6"])]
    public IReadOnlyList<string>? IpFamilies { get; init; }

    /// <summary>
    /// <c>SingleStack</c> (default), <c>PreferDualStack</c> (two families where possible) or <c>RequireDualStack</c> (fail otherwise).
    /// </summary>
    [Field(17, KeepEmpty = true, Enum = ["PreferDualStack", "RequireDualStack", "SingleStack"])]
    public string? IpFamilyPolicy { get; init; }

    /// <summary><c>false</c> reserves no node ports for a load balancer that needs none; default <c>true</c>. Existing ones stay.</summary>
    [Field(20)]
    public bool? AllocateLoadBalancerNodePorts { get; init; }

    /// <summary>
    /// Implementation of the load balancer, such as <c>example.com/internal</c>; the cloud's default when absent. Immutable while set.
    /// </summary>
    [Field(21, KeepEmpty = true)]
    public string? LoadBalancerClass { get; init; }

    /// <summary>
    /// Traffic from inside goes to Pods of any node (<c>Cluster</c>, default) or only of the sender's node (<c>Local</c>), and is dropped if that has
    /// none.
    /// </summary>
    [Field(22, KeepEmpty = true, Enum = ["Cluster", "Local"])]
    public string? InternalTrafficPolicy { get; init; }

    /// <summary><c>PreferClose</c> prefers endpoints near the client, such as in its zone; absent spreads over all.</summary>
    [Field(23, KeepEmpty = true)]
    public string? TrafficDistribution { get; init; }
}
