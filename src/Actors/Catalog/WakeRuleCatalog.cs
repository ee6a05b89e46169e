using ActorKube.Actors.Aggregation;
using ActorKube.Actors.FlowControl;
using ActorKube.Actors.Garbage;
using ActorKube.Actors.Namespaces;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Policy.PodDisruptionBudgets;
using ActorKube.Actors.Policy.Quotas;
using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Storage;
using ActorKube.Actors.Workloads;
using ActorKube.Actors.Workloads.Deployments;
using ActorKube.Engine.Actors.Waking;

namespace ActorKube.Actors.Catalog;

/// <summary>Who is concerned by what.</summary>
internal static class WakeRuleCatalog
{
    public static IReadOnlyList<IWakeRule> All(KindNames names)
    {
        bool IsNamespaced(string resource) => names.Stored.FirstOrDefault(k => k.Resource == resource)?.Namespaced ?? true;
        OwnerWakeRule OwnersOf(string resource) => new(names.ResourceOf, IsNamespaced, resource);
        return
        [
            new PodOwnerWakeRule(OwnersOf(Resources.Pods)),
            OwnersOf(Resources.ReplicaSets),
            new SelectorWakeRule(Resources.Pods, ViewIndexes.ReplicaSets, orphansOnly: true),
            new SelectorWakeRule(Resources.ReplicaSets, ViewIndexes.Deployments, orphansOnly: true),
            new RecreateWakeRule(),
            new GarbageWakeRule(names),
            new NamespaceWakeRule(),
            new NodeWakeRule(),
            new TaintWakeRule(),
            new NodePlacementWakeRule(),
            new PodPlacementWakeRule(),
            new SelectorWakeRule(Resources.Pods, ViewIndexes.Budgets, orphansOnly: false),
            new BudgetWakeRule(Resources.Deployments),
            new BudgetWakeRule(Resources.ReplicaSets),
            new BudgetWakeRule(Resources.StatefulSets),
            new BudgetWakeRule(Resources.ReplicationControllers),
            new ClaimWakeRule(),
            new FlowSchemaWakeRule(),
            new ApiServiceWakeRule(Resources.Services),
            new ApiServiceWakeRule(Resources.Endpoints),
            new QuotaWakeRule(),
        ];
    }
}
