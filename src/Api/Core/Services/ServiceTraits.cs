namespace ActorKube.Api.Core;

/// <summary>What a service's type and policies ask for.</summary>
internal static class ServiceTraits
{
    public const string Local = "Local";
    public const string SingleStack = "SingleStack";
    public const string PreferDualStack = "PreferDualStack";
    public const string RequireDualStack = "RequireDualStack";

    /// <summary>Has a cluster address, be it none.</summary>
    public static bool NeedsClusterIp(this ServiceSpec spec) => spec.Type != ServiceTypes.ExternalName;

    public static bool NeedsNodePort(this ServiceSpec spec) => spec.Type is ServiceTypes.NodePort or ServiceTypes.LoadBalancer;

    /// <summary>Ports without a node port get one.</summary>
    public static bool AllocatesNodePorts(this ServiceSpec spec) =>
        spec.Type == ServiceTypes.NodePort || (spec.Type == ServiceTypes.LoadBalancer && spec.AllocateLoadBalancerNodePorts is not false);

    public static bool NeedsHealthCheckPort(this ServiceSpec spec) => spec.Type == ServiceTypes.LoadBalancer && spec.ExternalTrafficPolicy == Local;

    public static bool IsHeadless(this ServiceSpec spec) => spec.ClusterIPs is [ServiceTypes.Headless];

    /// <summary>Can be reached from outside the cluster.</summary>
    public static bool IsExternallyAccessible(this ServiceSpec spec) =>
        spec.NeedsNodePort() || (spec.Type == ServiceTypes.ClusterIp && spec.ExternalIPs is { Count: > 0 });

    public static bool SameClusterIps(ServiceSpec a, ServiceSpec b) =>
        (a.ClusterIP ?? "") == (b.ClusterIP ?? "") && (a.ClusterIPs ?? []).SequenceEqual(b.ClusterIPs ?? []);

    public static bool SameFamilies(ServiceSpec a, ServiceSpec b) => (a.IpFamilies ?? []).SequenceEqual(b.IpFamilies ?? []);

    public static IEnumerable<int> NodePorts(this ServiceSpec spec) => (spec.Ports ?? []).Select(p => p.NodePort).Where(p => p != 0);

    /// <summary>IPv4 or IPv6.</summary>
    public static string FamilyOf(string ip) => ip.Contains(':', StringComparison.Ordinal) ? "IPv6" : "IPv4";
}
