using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Pods;
using NodeObject = ActorKube.Api.Core.Node;

namespace ActorKube.NodeAgent.Admission;

/// <summary>
/// Admits the pods of a node in the order of the feed, so that all that saw the same events come to the same result: a pod counts from its binding on until the store shows that it has
/// ended or is gone. What an earlier process has begun is admitted already. Used by the agent's loop alone.
/// </summary>
internal sealed class PodAdmission(NodeContext node)
{
    private AdmittedPods _admitted = AdmittedPods.None;

    /// <summary>Those that are begun, then the others, oldest first.</summary>
    public static IEnumerable<StoredObject> InOrder(IEnumerable<StoredObject> pods) => pods.OrderBy(static s => HasBegun(s.Read<Pod>()) ? 0 : 1).ThenBy(static s => s.Revision);

    /// <summary>A pod of which nothing was known. Returns why it must end at once; null if it may run.</summary>
    public PodEnd? Admit(Pod pod)
    {
        if (PodPhases.IsTerminal(pod.Status.Phase))
        {
            return null;
        }

        if (!HasBegun(pod) && pod.Metadata.DeletionTimestamp is null && Node() is { } self && NodeAdmission.Check(pod, self, _admitted) is { } refusal)
        {
            node.Events.Warning(pod, null, refusal.Reason, refusal.Message);
            return new PodEnd(refusal.Reason, "Pod was rejected: " + refusal.Message, Failed: true) { Rejected = true };
        }

        _admitted = _admitted.With(pod);
        return null;
    }

    /// <summary>News of a pod that was seen before.</summary>
    public void See(Pod pod)
    {
        var uid = pod.Metadata.Uid ?? "";
        if (_admitted.Contains(uid))
        {
            _admitted = PodPhases.IsTerminal(pod.Status.Phase) ? _admitted.Without(uid) : _admitted.With(pod);
        }
    }

    public void Forget(string uid) => _admitted = _admitted.Without(uid);

    private static bool HasBegun(Pod pod) => pod.Status.StartTime is not null;

    private NodeObject? Node() => node.Commands.View.Snapshot().Get(new ObjectKey("nodes", "", node.Options.NodeName))?.Read<NodeObject>();
}
