using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Fencing;

namespace ActorKube.NodeAgent;

/// <summary>What a node agent is and how it behaves.</summary>
public sealed record NodeAgentOptions
{
    /// <summary>Name of the Node object: a DNS subdomain.</summary>
    public required string NodeName { get; init; }

    /// <summary>Directory for the files of pods (<c>pods/UID/...</c>). It must not change while pods run.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The node's addresses, the first of them its InternalIP.</summary>
    public required IReadOnlyList<string> NodeAddresses { get; init; }

    /// <summary>Address of the API as containers reach it, for <c>KUBERNETES_SERVICE_HOST</c>. Default empty: containers aren't told.</summary>
    public string ApiHost { get; init; } = "";

    /// <summary>Default 443.</summary>
    public int ApiPort { get; init; } = 443;

    /// <summary>Addresses of the cluster's DNS. Default none: pods have the host's.</summary>
    public IReadOnlyList<string> ClusterDns { get; init; } = [];

    /// <summary>Default <c>cluster.local</c>.</summary>
    public string ClusterDomain { get; init; } = "cluster.local";

    /// <summary>Pods that the node takes. Default 110, as the kubelet's.</summary>
    public int MaxPods { get; init; } = 110;

    /// <summary>What the node has besides CPU, memory, disk and pods, such as <c>example.com/gpu</c>. Default nothing.</summary>
    public IReadOnlyDictionary<string, Quantity> ExtendedResources { get; init; } = new Dictionary<string, Quantity>();

    /// <summary>Labels of the Node object besides the well-known ones. Default none.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Annotations of the Node object; null for one that it mustn't have. Others are left alone. Default none.</summary>
    public IReadOnlyDictionary<string, string?> Annotations { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// Calls of the engine that make or start something, at one time. Default four times the cores, at least 8: the runtime has its own limit of starts, this one keeps hundreds of pods from
    /// queueing inside the engine, where nothing can be cancelled.
    /// </summary>
    public int ParallelOperations { get; init; } = Math.Max(8, System.Environment.ProcessorCount * 4);

    /// <summary>Images pulled at one time. Default 3: more share one line and fill one disk.</summary>
    public int ParallelPulls { get; init; } = 3;

    /// <summary>
    /// What is said of a pod that hasn't begun may wait so long for what comes next, so that a pod whose containers start at once is written of once and not twice. Default none: real containers take longer than
    /// is worth waiting for.
    /// </summary>
    public TimeSpan PendingStatusDelay { get; init; }

    /// <summary>The slow look at everything, in case something was missed. Default 1 minute.</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Others know by the membership of the cluster that the node lives: its lease and its status have no times to renew, and are written only when they change. Default false.</summary>
    public bool IsMember { get; init; }

    /// <summary>Renewal of the node's lease. Default 10 s, a quarter of its duration.</summary>
    public TimeSpan LeasePeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a lease holds. Default 40 s.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>The node's status is looked at so often, and written when it has changed. Default 10 s.</summary>
    public TimeSpan StatusPeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>...and at least so often. Default 5 minutes.</summary>
    public TimeSpan StatusReportPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When the agent stops what must not run twice. Without effect where <see cref="NodeSurroundings.AliveFor"/> is null.</summary>
    public FencingOptions Fencing { get; init; } = new();

    /// <exception cref="ArgumentException">Every rule that is broken.</exception>
    public void Validate()
    {
        Fencing.Validate();
        var errors = new List<string>();
        Check(NodeName.Length > 0, "the node needs a name");
        Check(DataDirectory.Length > 0, "the node needs a data directory");
        Check(NodeAddresses.Count > 0, "the node needs an address");
        Check(MaxPods > 0 && ParallelOperations > 0 && ParallelPulls > 0, "limits are at least 1");
        Check(LeasePeriod > TimeSpan.Zero && LeasePeriod < LeaseDuration, "a lease is renewed before it ends");
        Check(ResyncPeriod > TimeSpan.Zero && StatusPeriod > TimeSpan.Zero && StatusReportPeriod >= StatusPeriod, "periods are longer than zero");
        if (errors.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", errors));
        }

        void Check(bool condition, string error)
        {
            if (!condition)
            {
                errors.Add(error);
            }
        }
    }
}
