using ActorKube.Api.Coordination;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using NodeObject = ActorKube.Api.Core.Node;

namespace ActorKube.NodeAgent.Registration;

/// <summary>The Node and Lease objects of an agent. Pure.</summary>
internal static class NodeObjects
{
    public const string LeaseNamespace = "kube-node-lease";

    /// <summary>The object of a node that is seen for the first time.</summary>
    public static NodeObject Create(NodeObservation seen) => Marked(new NodeObject { Metadata = new ObjectMeta { Name = seen.Options.NodeName } }, seen);

    /// <summary>An object with the labels and annotations that the node sets itself.</summary>
    public static NodeObject Marked(NodeObject node, NodeObservation seen)
    {
        var annotations = node.Metadata.Annotations.OrEmpty().ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in seen.Options.Annotations)
        {
            if (value is null)
            {
                annotations.Remove(name);
            }
            else
            {
                annotations[name] = value;
            }
        }

        var labels = node.Metadata.Labels.OrEmpty().ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in Labels(seen))
        {
            labels[name] = value;
        }

        return node with { Metadata = node.Metadata with { Labels = labels, Annotations = annotations.Count == 0 ? null : annotations } };
    }

    /// <summary>Whether two statuses say the same, whenever they were made.</summary>
    public static bool SameStatus(NodeStatus a, NodeStatus b) => ApiEquality.Same(WithoutTimes(a), WithoutTimes(b));

    public static Lease Lease(NodeAgentOptions options, NodeObject node, DateTimeOffset now) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = options.NodeName,
            Namespace = LeaseNamespace,
            OwnerReferences = [new OwnerReference { ApiVersion = "v1", Kind = "Node", Name = options.NodeName, Uid = node.Metadata.Uid ?? "" }],
        },
        Spec = Renewed(null, options, now),
    };

    /// <summary>Of a member it says only since when it is held: the membership says how long.</summary>
    public static LeaseSpec Renewed(LeaseSpec? spec, NodeAgentOptions options, DateTimeOffset now) => options.IsMember
        ? new LeaseSpec { HolderIdentity = options.NodeName, AcquireTime = now }
        : (spec ?? new LeaseSpec()) with
        {
            HolderIdentity = options.NodeName,
            LeaseDurationSeconds = (int)options.LeaseDuration.TotalSeconds,
            RenewTime = now,
        };

    private static Dictionary<string, string> Labels(NodeObservation seen)
    {
        var labels = new Dictionary<string, string>(seen.Options.Labels, StringComparer.Ordinal)
        {
            ["kubernetes.io/hostname"] = seen.Options.NodeName,
            ["kubernetes.io/os"] = "linux",
            ["kubernetes.io/arch"] = seen.Runtime.Architecture,
            ["beta.kubernetes.io/os"] = "linux",
            ["beta.kubernetes.io/arch"] = seen.Runtime.Architecture,
        };
        return labels;
    }

    private static NodeStatus WithoutTimes(NodeStatus status) => status with
    {
        Conditions = [.. status.Conditions.OrEmpty().Select(static c => c with { LastHeartbeatTime = null, LastTransitionTime = null })],
    };
}
