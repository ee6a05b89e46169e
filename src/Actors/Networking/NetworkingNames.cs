namespace ActorKube.Actors.Networking;

/// <summary>Labels, annotations and finalizers of services and endpoints that others know by these names.</summary>
internal static class NetworkingNames
{
    public const string ServiceName = "kubernetes.io/service-name";
    public const string ManagedBy = "endpointslice.kubernetes.io/managed-by";
    public const string SkipMirror = "endpointslice.kubernetes.io/skip-mirror";
    public const string Headless = "service.kubernetes.io/headless";
    public const string LastChangeTriggerTime = "endpoints.kubernetes.io/last-change-trigger-time";
    public const string OverCapacity = "endpoints.kubernetes.io/over-capacity";
    public const string LeaderElection = "control-plane.alpha.kubernetes.io/leader";
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";
    public const string ExcludedFromLoadBalancers = "node.kubernetes.io/exclude-from-external-load-balancers";
    public const string Zone = "topology.kubernetes.io/zone";

    private const string TopologyMode = "service.kubernetes.io/topology-mode";
    private const string TopologyAwareHints = "service.kubernetes.io/topology-aware-hints";

    /// <summary>The older of the two annotations decides where both are there.</summary>
    public static bool WantsTopology(IReadOnlyDictionary<string, string>? annotations) => annotations is not null
        && (annotations.TryGetValue(TopologyAwareHints, out var mode) || annotations.TryGetValue(TopologyMode, out mode)) && mode is ("Auto" or "auto");
}
