using System.Text;
using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Nodes.PodCidrs;
using ActorKube.Actors.Rebalancing;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Storage;
using ActorKube.Actors.Workloads.Jobs;
using ActorKube.Actors.Workloads.ReplicaSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Api.Policy;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Actors.Catalog;

/// <summary>Indexes of the view besides those that the engine has itself.</summary>
public static class ViewIndexes
{
    /// <summary>Pods by the node that they are bound to, and those that aren't under the key below. Clients who select by that field are served by it too.</summary>
    public const string PodsByNode = PodFields.NodeName;

    /// <summary>Pods without a node.</summary>
    public const string Unbound = "";

    /// <summary>Pods of Jobs that still matter to them, by the Job's uid.</summary>
    internal const string PodsOfJobs = "job";

    internal static readonly SelectorIndex ReplicaSets = new(Resources.ReplicaSets, static s => s.Read<ReplicaSet>().Spec.Selector);
    internal static readonly SelectorIndex Deployments = new(Resources.Deployments, static s => s.Read<Deployment>().Spec.Selector);
    internal static readonly SelectorIndex ReplicationControllers =
        new(Resources.ReplicationControllers, static s => ReplicaKind.SelectorOf(s.Read<ReplicationController>()));

    internal static readonly SelectorIndex StatefulSets = new(Resources.StatefulSets, static s => s.Read<StatefulSet>().Spec.Selector);
    internal static readonly SelectorIndex DaemonSets = new(Resources.DaemonSets, static s => s.Read<DaemonSet>().Spec.Selector);
    internal static readonly SelectorIndex Jobs = new(Resources.Jobs, static s => s.Read<Job>().Spec.Selector);
    internal static readonly SelectorIndex Budgets = new(Resources.PodDisruptionBudgets, static s => s.Read<PodDisruptionBudget>().Spec.Selector);

    public static IReadOnlyList<IndexDefinition> All { get; } =
    [
        new(PodsByNode, Resources.Pods, AddNode),
        new(PodsOfJobs, Resources.Pods, JobPods.AddKeys),
        ReplicaSets.Definition,
        Deployments.Definition,
        ReplicationControllers.Definition,
        StatefulSets.Definition,
        DaemonSets.Definition,
        Jobs.Definition,
        Budgets.Definition,
        .. ServiceIndexes.All,
        .. VolumeIndexes.All,
        ChosenRanges.Index,
        .. MovableWorkloads.Indexes,
    ];

    private static void AddNode(StoredObject stored, ICollection<string> keys)
    {
        var node = PodJson.NodeName(stored.Json.Span);

        // A client may bind a pod to a name that no node has.
        keys.Add(node.IsEmpty ? Unbound : node.Contains((byte)'\\') ? stored.Read<Pod>().Spec.NodeName! : Encoding.UTF8.GetString(node));
    }
}
