using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// When room becomes free, all who wait for it are told at once. One that is less important lets those before it have their turn: it does not take a node
/// that one of them could have and then no longer could. Best effort: it looks at the first few only.
/// </summary>
internal static class Precedence
{
    private const int MostAsked = 8;

    /// <summary>Somebody more important is about to take the room on that node.</summary>
    public static bool Yields(PodRequest request, Candidate node, PlacementLedger ledger)
    {
        var priority = request.Pod.Spec.Priority ?? 0;
        if (ledger.Waiting is not { IsEmpty: false } waiting || waiting.Min.Priority <= priority)
        {
            return false;
        }

        var load = node.Load.With(request.Self);
        return waiting.Take(MostAsked).TakeWhile(w => w.Priority > priority).Any(w => Wants(request, w, node, load));
    }

    private static bool Wants(PodRequest request, WaitingPod waiting, Candidate node, NodeLoad after)
    {
        if (request.View.Get(waiting.Key) is not { Header.IsDeleting: false } stored || stored.Read<Pod>() is not { Spec.NodeName: null or "" } pod)
        {
            return false;
        }

        // What the pod takes away is room or a port. Whoever may not have the node for other reasons has to be asked about those only if that would matter.
        var other = new PodRequest(stored, pod, PodDemand.Of(pod), request.Nodes, request.View) { Neighbours = request.Neighbours };
        var filters = NodeFilters.OfTheNode(other);
        if (!NodeFilters.Check(filters, node, other).Passes || NodeFilters.Check(filters, node with { Load = after }, other).Passes)
        {
            return false;
        }

        other = other with { Volumes = PodVolumes.Of(pod, request.View) };
        return other.Volumes.Refusal is null && NodeFilters.Check(NodeFilters.For(other), node, other).Passes;
    }
}
