using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Actors.Rebalancing;

/// <summary>
/// Which pods may be moved: those of workloads that say so by an annotation, or, where the whole cluster is to be balanced, of all that don't forbid it. A ReplicaSet
/// of a Deployment is what its Deployment says.
/// </summary>
internal sealed class MovableWorkloads(RebalancingOptions options)
{
    /// <summary>On a Deployment, ReplicaSet, ReplicationController or StatefulSet: <c>true</c> or <c>false</c>.</summary>
    public const string Annotation = "actorkube.io/rebalance";

    private const string Index = "rebalance";
    private const string Yes = "true";
    private const string No = "false";

    /// <summary>The resources whose pods may be moved.</summary>
    public static readonly string[] Kinds = [Resources.Deployments, Resources.ReplicaSets, Resources.ReplicationControllers, Resources.StatefulSets];

    public static IReadOnlyList<IndexDefinition> Indexes { get; } = [.. Kinds.Select(static k => new IndexDefinition(Index, k, AddSaid))];

    public bool Everywhere => options.Everywhere;

    public TimeSpan Period => options.Period;

    /// <summary>Somebody wants it. Off costs a lookup.</summary>
    public bool IsOn(ViewSnapshot view) => Everywhere || Kinds.Any(k => view.Lookup(k, Index, Yes).Any());

    /// <summary>Null for a pod that may be moved; else why not.</summary>
    public string? WhyNot(ViewSnapshot view, StoredObject stored, DateTimeOffset now)
    {
        if (stored.Header.Controller is not { } controller || Find(view, controller, stored.Key.Namespace) is not { } workload || !Allows(view, workload))
        {
            return "nobody allows it to be moved";
        }

        if (stored.Header.IsDeleting || stored.Read<Pod>() is not { Status.Phase: PodPhases.Running } pod || !PodReadiness.IsReady(pod))
        {
            return "it isn't running and ready";
        }

        return view.OwnedBy(Resources.Pods, controller.Uid).All(s => IsSettled(s, now)) ? null : "its workload has not come to rest";
    }

    private bool IsSettled(StoredObject pod, DateTimeOffset now) =>
        !pod.Header.IsDeleting && pod.Header.CreationTimestamp + options.CoolDown <= now && PodReadiness.IsReady(pod.Read<Pod>());

    private static StoredObject? Find(ViewSnapshot view, ObjectOwner owner, string @namespace)
    {
        var resource = owner.Kind switch
        {
            "Deployment" => Resources.Deployments,
            "ReplicaSet" => Resources.ReplicaSets,
            "ReplicationController" => Resources.ReplicationControllers,
            "StatefulSet" => Resources.StatefulSets,
            _ => null,
        };
        return resource is not null && view.Get(new ObjectKey(resource, @namespace, owner.Name)) is { } found && found.Header.Uid == owner.Uid ? found : null;
    }

    private bool Allows(ViewSnapshot view, StoredObject workload) => Said(workload) switch
    {
        Yes => true,
        No => false,
        _ when workload.Header.Controller is { } owner && Find(view, owner, workload.Key.Namespace) is { } above => Allows(view, above),
        _ => Everywhere,
    };

    /// <summary>Whether it says so itself.</summary>
    public static bool Asks(StoredObject workload) => Said(workload) == Yes;

    private static string? Said(StoredObject workload) => MetaOf(workload).Annotations?.GetValueOrDefault(Annotation);

    private static ObjectMeta MetaOf(StoredObject workload) => workload.Key.Resource switch
    {
        Resources.Deployments => workload.Read<Api.Apps.Deployment>().Metadata,
        Resources.ReplicaSets => workload.Read<Api.Apps.ReplicaSet>().Metadata,
        Resources.StatefulSets => workload.Read<Api.Apps.StatefulSet>().Metadata,
        _ => workload.Read<ReplicationController>().Metadata,
    };

    private static void AddSaid(StoredObject workload, ICollection<string> keys)
    {
        if (Asks(workload))
        {
            keys.Add(Yes);
        }
    }
}
