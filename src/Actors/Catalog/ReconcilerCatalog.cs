using ActorKube.Actors.Aggregation;
using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Autoscaling.State;
using ActorKube.Actors.Events;
using ActorKube.Actors.FlowControl;
using ActorKube.Actors.Garbage;
using ActorKube.Actors.Namespaces;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.Dns;
using ActorKube.Actors.Networking.EndpointLists;
using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Actors.Networking.Ingresses;
using ActorKube.Actors.Networking.LoadBalancers;
using ActorKube.Actors.Networking.Mirroring;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Nodes.PodCidrs;
using ActorKube.Actors.Pods;
using ActorKube.Actors.Policy.PodDisruptionBudgets;
using ActorKube.Actors.Policy.Quotas;
using ActorKube.Actors.Rebalancing;
using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.ServiceAccounts;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Storage;
using ActorKube.Actors.Workloads.CronJobs;
using ActorKube.Actors.Workloads.DaemonSets;
using ActorKube.Actors.Workloads.Deployments;
using ActorKube.Actors.Workloads.Jobs;
using ActorKube.Actors.Workloads.ReplicaSets;
using ActorKube.Actors.Workloads.StatefulSets;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Catalog;

/// <summary>What objects do, in the order in which it is done in a turn: an object that is to go goes before it does anything else.</summary>
internal static class ReconcilerCatalog
{
    public static IReadOnlyList<IReconciler> All(KindRegistry kinds, KindNames names, PlacementLedger ledger, AutoscalerMemory autoscalers, ApiServiceChecks checks, ControlOptions options)
    {
        var observations = new Observations();
        var members = new NodeMembers(options.Membership, options.SafeAfterDeath);
        return
        [
            .. names.Stored.Where(static k => k.Resource != Resources.Events).Select(k => new GarbageCollector(k, names)),
            new NamespaceReconciler(new NamespaceFurnishing(options.RootCertificates), new NamespaceTermination(names)),
            .. options.ApiServer is { } server ? new IReconciler[] { new ApiServerService(server) } : [],
            .. options.ClusterDns is { } dns ? new IReconciler[] { new DnsService(dns) } : [],
            new EndpointSliceReconciler(),
            new EndpointsReconciler(),
            new MirrorReconciler(),
            new LoadBalancerReconciler(options.LoadBalancer),
            new IngressStatusReconciler(),
            new TokenSecretReconciler(options.Tokens, options.RootCertificates),
            new ReplicaSetReconciler(ReplicaKind.ReplicaSets),
            new ReplicaSetReconciler(ReplicaKind.ReplicationControllers),
            new DeploymentReconciler(),
            new StatefulSetReconciler(),
            new DaemonSetReconciler(ledger),
            new JobReconciler(),
            new JobExpiry(),
            new CronJobReconciler(),
            new AbandonedPods(),
            new PlacementReconciler(ledger),
            new EphemeralClaims(),
            new LostMemberPods(members, observations),
            new TaintEviction(members, observations),
            new LostPods(observations),
            new StaleDisruption(),
            new NodeReconciler(new NodeHealth(members, observations), options.PodCidrs is { } cidrs ? new PodCidrAllocation(cidrs, names.Stored.First(static k => k.Resource == Resources.Nodes)) : null),
            new Rebalancer(ledger, new MovableWorkloads(options.Rebalancing), observations),
            new PodDisruptionBudgetReconciler(new ExpectedPods(names, kinds)),
            new HorizontalPodAutoscalerReconciler(kinds, options.Autoscaling, autoscalers),
            new ResourceQuotaReconciler(names.Stored),
            new ClaimProtection(),
            new ClaimBinder(),
            new VolumeReconciler(),
            new FlowSchemaReconciler(),
            new ApiServiceReconciler(checks),
            new EventExpiry(),
        ];
    }
}
