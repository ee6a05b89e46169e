using System.Globalization;
using ActorKube.Actors.Shared;
using ActorKube.Api.Coordination;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Nodes;

/// <summary>What a look at a node's heartbeat comes to.</summary>
/// <param name="Lost">The node as it is once it is given up; null while it is heard of, or was given up before.</param>
internal readonly record struct HealthCheck(Node? Lost, TimeSpan? LookAgainAfter);

/// <summary>
/// A node that is a member of the cluster is heard of as long as it is one, and lost the moment that it is declared dead. Any other is heard by its lease, which it renews every few seconds, and by its Ready condition's time of heartbeat. Whatever the node's clock says, it
/// is the time at which a renewal was seen here that counts. A node that isn't heard of for the grace period is unknown in every respect.
/// </summary>
internal sealed class NodeHealth(NodeMembers members, Observations observations)
{
    public const string Source = "node-controller";
    private const string Aspect = "heartbeat";

    /// <summary>Kubernetes' node-monitor-grace-period, which is 50 s as of v1.32.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(50);

    /// <summary>Kubernetes' node-startup-grace-period, for a node that has never reported.</summary>
    public static readonly TimeSpan StartUpGrace = TimeSpan.FromSeconds(60);

    /// <summary>Conditions that the node itself reports.</summary>
    private static readonly string[] Reported = [NodeConditions.Ready, NodeConditions.MemoryPressure, NodeConditions.DiskPressure, NodeConditions.PidPressure];

    public HealthCheck Check(ReconcileContext context, Node node)
    {
        if (members.IsPresent(node))
        {
            return default;
        }

        if (members.IsLost(node, context.Now))
        {
            return new HealthCheck(IsGivenUp(node) ? null : Lose(node, context.Now), null);
        }

        var ready = NodeConditions.Find(node, NodeConditions.Ready);
        var lease = context.View.Get(new ObjectKey(Resources.Leases, "kube-node-lease", context.Key.Name));
        var renewed = lease?.Read<Lease>().Spec.RenewTime;
        var mark = string.Create(CultureInfo.InvariantCulture, $"{node.Metadata.Uid} {ready?.LastHeartbeatTime?.Ticks} {renewed?.Ticks}");
        var heard = observations.Since(context.Key, Aspect, mark, context.Now);
        if (ready is null && renewed is null)
        {
            heard = node.Metadata.CreationTimestamp ?? heard;
        }

        var left = heard + (ready is null ? StartUpGrace : Grace) - context.Now;
        if (left > TimeSpan.Zero)
        {
            return new HealthCheck(null, left + TimeSpan.FromMilliseconds(1));
        }

        return new HealthCheck(IsGivenUp(node) ? null : Lose(node, context.Now), null);
    }

    public void Forget(ObjectKey node) => observations.Forget(node, Aspect);

    private static bool IsGivenUp(Node node) => Reported.All(t => NodeConditions.Find(node, t)?.Status == ConditionStatus.Unknown);

    private static Node Lose(Node node, DateTimeOffset now)
    {
        var conditions = (node.Status.Conditions ?? []).ToList();
        foreach (var type in Reported)
        {
            var index = conditions.FindIndex(c => c.Type == type);
            if (index < 0)
            {
                conditions.Add(new NodeCondition
                {
                    Type = type,
                    Status = ConditionStatus.Unknown,
                    Reason = "NodeStatusNeverUpdated",
                    Message = "Kubelet never posted node status.",
                    LastHeartbeatTime = node.Metadata.CreationTimestamp,
                    LastTransitionTime = now,
                });
            }
            else if (conditions[index].Status != ConditionStatus.Unknown)
            {
                conditions[index] = conditions[index] with
                {
                    Status = ConditionStatus.Unknown,
                    Reason = "NodeStatusUnknown",
                    Message = "Kubelet stopped posting node status.",
                    LastTransitionTime = now,
                };
            }
        }

        return node with { Status = node.Status with { Conditions = conditions } };
    }
}
