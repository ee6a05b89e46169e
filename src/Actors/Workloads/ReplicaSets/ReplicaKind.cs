using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>
/// A kind that keeps a number of equal pods. There are two, which differ in their names and in the form of their selector; both behave as the newer one does,
/// so the older one is read as a ReplicaSet that says of itself, to its pods and in Events, that it is a ReplicationController.
/// </summary>
/// <param name="Resource">The address of its objects.</param>
/// <param name="Source">Who reports in Events.</param>
/// <param name="Read">The object as a ReplicaSet.</param>
/// <param name="WithStatus">The object itself with the status that was found.</param>
internal sealed record ReplicaKind(string Resource, string Source, Func<StoredObject, ReplicaSet> Read, Func<StoredObject, ReplicaSetStatus, IApiObject> WithStatus)
{
    public static ReplicaKind ReplicaSets { get; } = new(
        Resources.ReplicaSets, "replicaset-controller", static s => s.Read<ReplicaSet>(), static (s, status) => s.Read<ReplicaSet>() with { Status = status });

    public static ReplicaKind ReplicationControllers { get; } = new(
        Resources.ReplicationControllers,
        "replication-controller",
        static s => AsReplicaSet(s.Read<ReplicationController>()),
        static (s, status) => s.Read<ReplicationController>() with { Status = AsOlder(status) });

    /// <summary>Its selector is a plain map of labels.</summary>
    public static LabelSelector? SelectorOf(ReplicationController value) => value.Spec.Selector is { } labels ? new LabelSelector { MatchLabels = labels } : null;

    private static ReplicaSet AsReplicaSet(ReplicationController value) => new()
    {
        ApiVersion = value.ApiVersion,
        Kind = value.Kind,
        Metadata = value.Metadata,
        Spec = new ReplicaSetSpec
        {
            Replicas = value.Spec.Replicas,
            MinReadySeconds = value.Spec.MinReadySeconds,
            Selector = SelectorOf(value),
            Template = value.Spec.Template ?? new PodTemplateSpec(),
        },
        Status = AsNewer(value.Status),
    };

    private static ReplicaSetStatus AsNewer(ReplicationControllerStatus status) => new()
    {
        Replicas = status.Replicas,
        FullyLabeledReplicas = status.FullyLabeledReplicas,
        ReadyReplicas = status.ReadyReplicas,
        AvailableReplicas = status.AvailableReplicas,
        ObservedGeneration = status.ObservedGeneration,
        Conditions = status.Conditions?.Select(static c => new ReplicaSetCondition
        {
            Type = c.Type, Status = c.Status, LastTransitionTime = c.LastTransitionTime, Reason = c.Reason, Message = c.Message,
        }).ToList(),
    };

    private static ReplicationControllerStatus AsOlder(ReplicaSetStatus status) => new()
    {
        Replicas = status.Replicas,
        FullyLabeledReplicas = status.FullyLabeledReplicas,
        ReadyReplicas = status.ReadyReplicas,
        AvailableReplicas = status.AvailableReplicas,
        ObservedGeneration = status.ObservedGeneration,
        Conditions = status.Conditions?.Select(static c => new ReplicationControllerCondition
        {
            Type = c.Type, Status = c.Status, LastTransitionTime = c.LastTransitionTime, Reason = c.Reason, Message = c.Message,
        }).ToList(),
    };
}
