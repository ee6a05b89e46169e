using ActorKube.Actors.Aggregation;
using ActorKube.Actors.FlowControl;
using ActorKube.Actors.Garbage;
using ActorKube.Actors.Namespaces;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.Dns;
using ActorKube.Actors.Networking.Ingresses;
using ActorKube.Actors.Networking.LoadBalancers;
using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Policy.PodDisruptionBudgets;
using ActorKube.Actors.Policy.Quotas;
using ActorKube.Actors.Rebalancing;
using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.ServiceAccounts;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Storage;
using ActorKube.Actors.Workloads;
using ActorKube.Actors.Workloads.DaemonSets;
using ActorKube.Actors.Workloads.Deployments;
using ActorKube.Actors.Workloads.Jobs;
using ActorKube.Actors.Workloads.StatefulSets;
using ActorKube.Engine.Actors.Waking;

namespace ActorKube.Actors.Catalog;

/// <summary>Who is concerned by what.</summary>
internal static class WakeRuleCatalog
{
    public static IReadOnlyList<IWakeRule> All(KindNames names, PlacementLedger ledger)
    {
        bool IsNamespaced(string resource) => names.Stored.FirstOrDefault(k => k.Resource == resource)?.Namespaced ?? true;
        OwnerWakeRule OwnersOf(string resource) => new(names.ResourceOf, IsNamespaced, resource);
        return
        [
            new PodOwnerWakeRule(OwnersOf(Resources.Pods)),
            OwnersOf(Resources.ReplicaSets),
            OwnersOf(Resources.ControllerRevisions),
            OwnersOf(Resources.Jobs),
            new SelectorWakeRule(Resources.Pods, ViewIndexes.ReplicaSets, orphansOnly: true),
            new SelectorWakeRule(Resources.Pods, ViewIndexes.ReplicationControllers, orphansOnly: true),
            new SelectorWakeRule(Resources.Pods, ViewIndexes.StatefulSets, orphansOnly: true),
            new SelectorWakeRule(Resources.Pods, ViewIndexes.DaemonSets, orphansOnly: true),
            new SelectorWakeRule(Resources.Pods, ViewIndexes.Jobs, orphansOnly: true),
            new SelectorWakeRule(Resources.ReplicaSets, ViewIndexes.Deployments, orphansOnly: true),
            new SelectorWakeRule(Resources.ControllerRevisions, ViewIndexes.StatefulSets, orphansOnly: true),
            new SelectorWakeRule(Resources.ControllerRevisions, ViewIndexes.DaemonSets, orphansOnly: true),
            new SelectorWakeRule(Resources.PersistentVolumeClaims, ViewIndexes.StatefulSets, orphansOnly: false),
            new FreedNameWakeRule(),
            new DaemonNodeWakeRule(),
            new FinishedJobWakeRule(),
            new RecreateWakeRule(),
            new GarbageWakeRule(names),
            new NamespaceWakeRule(),
            new ApiServerServiceWakeRule(Resources.Services),
            new ApiServerServiceWakeRule(Resources.Endpoints),
            new ApiServerServiceWakeRule(Resources.EndpointSlices),
            OwnersOf(Resources.EndpointSlices),
            new DnsServiceWakeRule(),
            new ServicePodWakeRule(),
            new ServiceNodeWakeRule(),
            new ServiceWakeRule(),
            new BalancedServiceWakeRule(),
            new SliceWakeRule(),
            new EndpointsWakeRule(),
            new IngressWakeRule(Resources.IngressClasses),
            new IngressWakeRule(Resources.Nodes),
            new TokenSecretWakeRule(),
            new NodeWakeRule(),
            new TaintWakeRule(),
            new NodePlacementWakeRule(ledger),
            new NamespacePlacementWakeRule(ledger),
            new PodPlacementWakeRule(ledger),
            new SelectorWakeRule(Resources.Pods, ViewIndexes.Budgets, orphansOnly: false),
            new BudgetWakeRule(Resources.Deployments),
            new BudgetWakeRule(Resources.ReplicaSets),
            new BudgetWakeRule(Resources.StatefulSets),
            new BudgetWakeRule(Resources.ReplicationControllers),
            new PodClaimsWakeRule(),
            new ClaimChangeWakeRule(),
            new VolumeWakeRule(),
            new StorageClassWakeRule(),
            new FlowSchemaWakeRule(),
            new ApiServiceWakeRule(Resources.Services),
            new ApiServiceWakeRule(Resources.Endpoints),
            new QuotaWakeRule(),
            .. MovableWorkloads.Kinds.Select(static k => new RebalanceWakeRule(k)),
        ];
    }
}
