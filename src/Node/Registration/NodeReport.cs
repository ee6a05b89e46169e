using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Registration;

/// <summary>What a node's status is made from.</summary>
/// <param name="RuntimeError">Why the engine doesn't answer; null if it does.</param>
internal sealed record NodeObservation(
    NodeAgentOptions Options, RuntimeInfo Runtime, HostIdentity Host, HostPressure Pressure, IReadOnlyList<ImageStatus> Images, string? RuntimeError)
{
    /// <summary>Pods of the node are to be in one network with those of other nodes.</summary>
    public bool HasPodNetwork { get; init; }

    /// <summary>Why they can't be; null if they can.</summary>
    public string? NetworkProblem { get; init; }

    /// <summary>What others of the host tell.</summary>
    public IReadOnlyList<ReportedCondition> Conditions { get; init; } = [];
}

/// <summary>The status of a node as it reports itself. Pure. Follows the kubelet's nodestatus setters.</summary>
internal static class NodeReport
{
    public const string KubeletVersion = "v1.32.0";

    // Of the kubelet's hard eviction thresholds: 100Mi of memory, a tenth of the disk, and, for processes, a hundredth of their numbers.
    private const long MemoryReserve = 100L << 20;
    private const int DiskReserveShare = 10;
    private const int ProcessReserveShare = 100;
    private const int MostImages = 50;
    private const string NetworkUnavailable = "NetworkUnavailable";
    private const string NetworkReady = "PodNetworkReady";
    private const string NetworkNotReady = "PodNetworkNotReady";

    /// <param name="old">What the status is now; conditions that others set stay.</param>
    public static NodeStatus Compute(NodeStatus old, NodeObservation seen, DateTimeOffset now) => old with
    {
        Capacity = Capacity(seen),
        Allocatable = Allocatable(seen),
        Addresses =
        [
            .. seen.Options.NodeAddresses.Select(static a => new NodeAddress { Type = "InternalIP", Address = a }),
            new NodeAddress { Type = "Hostname", Address = seen.Options.NodeName },
        ],
        NodeInfo = new NodeSystemInfo
        {
            MachineID = seen.Host.MachineId,
            SystemUUID = seen.Host.SystemUuid,
            BootID = seen.Host.BootId,
            KernelVersion = seen.Runtime.KernelVersion,
            OsImage = seen.Host.OsImage,
            ContainerRuntimeVersion = seen.Runtime.RuntimeVersion,
            KubeletVersion = KubeletVersion,
            OperatingSystem = "linux",
            Architecture = seen.Runtime.Architecture,
        },
        Images = [.. seen.Images.OrderByDescending(static i => i.SizeBytes).Take(MostImages).Select(Image).Where(static i => i.Names is { Count: > 0 })],
        Conditions = Conditions(old.Conditions.OrEmpty(), seen, now),
    };

    public static IReadOnlyDictionary<string, Quantity> Capacity(NodeObservation seen) => Amounts(seen, 0, seen.Pressure.DiskSize);

    public static IReadOnlyDictionary<string, Quantity> Allocatable(NodeObservation seen) =>
        Amounts(seen, MemoryReserve, seen.Pressure.DiskSize - (seen.Pressure.DiskSize / DiskReserveShare));

    private static Dictionary<string, Quantity> Amounts(NodeObservation seen, long memoryReserve, long disk) => new(seen.Options.ExtendedResources, StringComparer.Ordinal)
    {
        ["cpu"] = new Quantity(seen.Runtime.Cpus),
        ["memory"] = new Quantity(Math.Max(0, seen.Runtime.MemoryBytes - memoryReserve) / 1024 * 1024, QuantityFormat.BinarySI),
        ["ephemeral-storage"] = new Quantity(Math.Max(0, disk) / 1024 * 1024, QuantityFormat.BinarySI),
        ["pods"] = new Quantity(seen.Options.MaxPods),
    };

    private static List<NodeCondition> Conditions(IReadOnlyList<NodeCondition> old, NodeObservation seen, DateTimeOffset now)
    {
        var p = seen.Pressure;
        NodeCondition[] own =
        [
            Pressure("MemoryPressure", p.MemoryAvailable is >= 0 and < MemoryReserve, "KubeletHasInsufficientMemory", "kubelet has insufficient memory available",
                "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
            Pressure("DiskPressure", p.DiskAvailable < p.DiskSize / DiskReserveShare && p.DiskSize > 0 && p.DiskAvailable < 1L << 30, "KubeletHasDiskPressure", "kubelet has disk pressure",
                "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
            Pressure("PIDPressure", p.ProcessLimit > 0 && p.ProcessLimit - p.Processes < p.ProcessLimit / ProcessReserveShare, "KubeletHasInsufficientPID", "kubelet has insufficient PID available",
                "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
            .. seen.HasPodNetwork ? [Network(seen.NetworkProblem)] : Array.Empty<NodeCondition>(),
            .. seen.Conditions.Select(c => Condition(c.Type, c.Holds ? ConditionStatus.True : ConditionStatus.False, c.Reason, c.Message)),
            (seen.RuntimeError, seen.NetworkProblem) switch
            {
                ({ } error, _) => Condition("Ready", ConditionStatus.False, "KubeletNotReady", "container runtime is down: " + error),
                (_, { } problem) => Condition("Ready", ConditionStatus.False, "KubeletNotReady", "container runtime network not ready: " + problem),
                _ => Condition("Ready", ConditionStatus.True, "KubeletReady", "kubelet is posting ready status"),
            },
        ];

        // The network's is left behind by a start with another setting, unless somebody else reports it; so are those of other parts of the host.
        return [.. old.Where(c => !own.Any(o => o.Type == c.Type) && !c.Type.StartsWith(ReportedCondition.Prefix, StringComparison.Ordinal) && !(c is { Type: NetworkUnavailable, Reason: NetworkReady or NetworkNotReady })), .. own];

        NodeCondition Network(string? problem) => problem is null
            ? Condition(NetworkUnavailable, ConditionStatus.False, NetworkReady, "pods reach those of other nodes")
            : Condition(NetworkUnavailable, ConditionStatus.True, NetworkNotReady, problem);

        NodeCondition Pressure(string type, bool holds, string badReason, string badMessage, string goodReason, string goodMessage) =>
            holds ? Condition(type, ConditionStatus.True, badReason, badMessage) : Condition(type, ConditionStatus.False, goodReason, goodMessage);

        NodeCondition Condition(string type, string status, string reason, string message)
        {
            var before = old.FirstOrDefault(c => c.Type == type);
            return new NodeCondition
            {
                Type = type,
                Status = status,
                Reason = reason,
                Message = message,
                LastHeartbeatTime = now,
                LastTransitionTime = before?.Status == status ? before.LastTransitionTime : now,
            };
        }
    }

    private static ContainerImage Image(ImageStatus image) => new() { Names = [.. image.Digests, .. image.Tags], SizeBytes = image.SizeBytes };
}
