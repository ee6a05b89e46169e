using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>What a Pod runs, with which volumes, and where. Only images, tolerations (added), deadlines and a few others can change later.</summary>
[ApiType("io.k8s.api.core.v1.PodSpec")]
public sealed partial record PodSpec
{
    /// <summary>Volumes of the Pod; containers get at them by mounting them.</summary>
    [Field(1, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge | PatchStrategy.RetainKeys)]
    public IReadOnlyList<Volume>? Volumes { get; init; }

    /// <summary>
    /// Containers that run one after the other before the others start, each to success. Those with <c>restartPolicy: Always</c> stay on as sidecars.
    /// </summary>
    [Field(20, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<Container>? InitContainers { get; init; }

    /// <summary>Containers of the Pod, at least one. None can be added or removed afterwards.</summary>
    [Field(2, Required = true, Always = true, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<Container>? Containers { get; init; }

    /// <summary>
    /// Containers added for debugging while the Pod runs; set through the <c>ephemeralcontainers</c> subresource only and never removed.
    /// </summary>
    [Field(34, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<EphemeralContainer>? EphemeralContainers { get; init; }

    /// <summary>
    /// When to restart containers that end: <c>Always</c> (default), <c>OnFailure</c> or <c>Never</c>. Delays grow from 10 s to 5 min.
    /// </summary>
    [Field(3, Enum = ["Always", "Never", "OnFailure"])]
    public string? RestartPolicy { get; init; }

    /// <summary>
    /// Seconds between the stop signal and the kill, default 30. <c>0</c> kills at once; the time includes the <c>preStop</c> hook.
    /// </summary>
    [Field(4)]
    public long? TerminationGracePeriodSeconds { get; init; }

    /// <summary>Seconds after <c>status.startTime</c> at which the Pod is stopped and marked failed. Positive; absent means no limit.</summary>
    [Field(5)]
    public long? ActiveDeadlineSeconds { get; init; }

    /// <summary>
    /// Origin of DNS settings: <c>ClusterFirst</c> (default), <c>ClusterFirstWithHostNet</c> for Pods in the host's network, <c>Default</c> (the
    /// node's) or <c>None</c>.
    /// </summary>
    [Field(6, Enum = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"])]
    public string? DnsPolicy { get; init; }

    /// <summary>Labels that a node must have for the Pod to be placed on it.</summary>
    [Field(7, List = ListType.Atomic)]
    public IReadOnlyDictionary<string, string>? NodeSelector { get; init; }

    /// <summary>ServiceAccount whose identity the Pod has; <c>default</c> when empty.</summary>
    [Field(8)]
    public string? ServiceAccountName { get; init; }

    /// <summary>Deprecated alias of <c>serviceAccountName</c>, which the server keeps equal to it.</summary>
    [Field(9)]
    public string? ServiceAccount { get; init; }

    /// <summary>
    /// <c>false</c> keeps the account's token out of the containers. When absent the ServiceAccount decides, and otherwise it is mounted.
    /// </summary>
    [Field(21)]
    public bool? AutomountServiceAccountToken { get; init; }

    /// <summary>Node the Pod runs on, filled in by the scheduler. Setting it at creation bypasses the scheduler.</summary>
    [Field(10)]
    public string? NodeName { get; init; }

    /// <summary><c>true</c> runs the Pod in the node's network namespace; every container port then needs that same port free on the host.</summary>
    [Field(11)]
    public bool HostNetwork { get; init; }

    /// <summary><c>true</c> shows the node's processes to the Pod. Default <c>false</c>.</summary>
    [Field(12)]
    public bool HostPID { get; init; }

    /// <summary><c>true</c> shares the node's IPC namespace. Default <c>false</c>.</summary>
    [Field(13)]
    public bool HostIPC { get; init; }

    /// <summary>
    /// <c>true</c> gives all containers one process namespace, where the first process of each isn't PID 1; not along with <c>hostPID</c>.
    /// </summary>
    [Field(27)]
    public bool? ShareProcessNamespace { get; init; }

    /// <summary>Security settings for all containers, and those that only a whole Pod can have.</summary>
    [Field(14)]
    public PodSecurityContext? SecurityContext { get; init; }

    /// <summary>Secrets in the Pod's namespace with credentials for image registries.</summary>
    [Field(15, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<LocalObjectReference>? ImagePullSecrets { get; init; }

    /// <summary>Host name inside the Pod; the Pod's name when empty.</summary>
    [Field(16)]
    public string? Hostname { get; init; }

    /// <summary>
    /// With it the full host name is <c>&lt;hostname&gt;.&lt;subdomain&gt;.&lt;namespace&gt;.svc.&lt;cluster domain&gt;</c>; a headless Service of
    /// that name makes it resolve.
    /// </summary>
    [Field(17)]
    public string? Subdomain { get; init; }

    /// <summary>Rules that draw the Pod to nodes or Pods, or keep it away from them.</summary>
    [Field(18)]
    public Affinity? Affinity { get; init; }

    /// <summary>Scheduler that places the Pod, <c>default-scheduler</c> when absent. If no such scheduler runs, the Pod stays pending.</summary>
    [Field(19)]
    public string? SchedulerName { get; init; }

    /// <summary>Taints that the Pod puts up with. Entries can be added later, not removed.</summary>
    [Field(22, List = ListType.Atomic)]
    public IReadOnlyList<Toleration>? Tolerations { get; init; }

    /// <summary>Lines added to the <c>/etc/hosts</c> that the node writes for the containers.</summary>
    [Field(23, List = ListType.Map, Keys = ["ip"], MergeKey = "ip", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<HostAlias>? HostAliases { get; init; }

    /// <summary>
    /// PriorityClass that gives the Pod its priority, such as <c>system-node-critical</c>. When empty the global default counts, else 0.
    /// </summary>
    [Field(24)]
    public string? PriorityClassName { get; init; }

    /// <summary>Importance in the scheduling queue and for preemption; higher goes first. Admission computes it from the PriorityClass.</summary>
    [Field(25)]
    public int? Priority { get; init; }

    /// <summary>DNS settings in addition to those of <c>dnsPolicy</c>.</summary>
    [Field(26)]
    public PodDNSConfig? DnsConfig { get; init; }

    /// <summary>Conditions that must be <c>True</c>, beside all containers being ready, for the Pod to count as ready.</summary>
    [Field(28, List = ListType.Atomic)]
    public IReadOnlyList<PodReadinessGate>? ReadinessGates { get; init; }

    /// <summary>
    /// RuntimeClass to run the Pod with; if there is none of that name the Pod isn't run. Absent, the node's default runtime is used.
    /// </summary>
    [Field(29, KeepEmpty = true)]
    public string? RuntimeClassName { get; init; }

    /// <summary>
    /// <c>true</c> (default) gives containers environment variables for each Service of the namespace; turn it off where there are many.
    /// </summary>
    [Field(30)]
    public bool? EnableServiceLinks { get; init; }

    /// <summary>
    /// <c>PreemptLowerPriority</c> (default) may evict less important Pods to make room, <c>Never</c> waits. Filled in from the PriorityClass.
    /// </summary>
    [Field(31, KeepEmpty = true, Enum = ["Never", "PreemptLowerPriority"])]
    public string? PreemptionPolicy { get; init; }

    /// <summary>
    /// Resources that the Pod takes on top of its containers; filled in from the RuntimeClass and rejected when it differs from it.
    /// </summary>
    [Field(32)]
    public IReadOnlyDictionary<string, Quantity>? Overhead { get; init; }

    /// <summary>Limits on how unevenly matching Pods are spread over zones, nodes or other domains. All must hold.</summary>
    [Field(33, List = ListType.Map, Keys = ["topologyKey", "whenUnsatisfiable"], MergeKey = "topologyKey", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<TopologySpreadConstraint>? TopologySpreadConstraints { get; init; }

    /// <summary>
    /// <c>true</c> makes the full domain name the host name that the kernel reports; Linux allows 64 characters. Default <c>false</c>.
    /// </summary>
    [Field(35)]
    public bool? SetHostnameAsFQDN { get; init; }

    /// <summary>Operating system the Pod is made for; fields of the other one are then rejected.</summary>
    [Field(36)]
    public PodOS? Os { get; init; }

    /// <summary><c>false</c> gives the Pod a user namespace of its own, so that root inside is nobody outside. Default <c>true</c>.</summary>
    [Field(37)]
    public bool? HostUsers { get; init; }

    /// <summary>
    /// Gates that hold the Pod back from scheduling. They can be set at creation only and removed any time before the Pod is placed.
    /// </summary>
    [Field(38, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<PodSchedulingGate>? SchedulingGates { get; init; }

    /// <summary>Device claims that must be allocated before the Pod starts; containers refer to them by name. Immutable.</summary>
    [Field(39, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge | PatchStrategy.RetainKeys)]
    public IReadOnlyList<PodResourceClaim>? ResourceClaims { get; init; }

    /// <summary>CPU and memory for the Pod as a whole, shared by its containers. <c>claims</c> can't be used here.</summary>
    [Field(40)]
    public ResourceRequirements? Resources { get; init; }
}
