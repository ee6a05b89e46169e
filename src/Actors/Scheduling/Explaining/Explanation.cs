using ActorKube.Actors.Scheduling.Explaining;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling;

/// <summary>Answers "why is this pod pending?". Pure.</summary>
internal static class Explanation
{
    public static PodReport Of(string @namespace, string name, ViewSnapshot view, PlacementLedger ledger)
    {
        if (view.Get(new ObjectKey(Resources.Pods, @namespace, name)) is not { } stored)
        {
            return new PodReport(@namespace, name, "missing", Missing(@namespace, name, view), ledger.Nodes.Length, null, [], []);
        }

        var pod = stored.Read<Pod>();
        return Of(PodRequest.Of(stored, pod, ledger, view) with { Volumes = PodVolumes.Of(pod, view) });
    }

    public static PodReport Of(PodRequest request)
    {
        var (state, summary) = Settled(request);
        if (state is not null)
        {
            return Report(request, state, summary);
        }

        if (request.Volumes.Refusal is { } refusal)
        {
            return Report(request, "claims", $"It waits for its claims: {refusal}.");
        }

        var analysis = new NodeAnalysis(request);
        var choice = Placement.Choose(request);
        (state, summary) = choice.Node is { } node ? ("schedulable", $"It fits on {node.Slot.Name}, and is about to be bound or waits for its turn behind more important pods.")
            : request.Pod.Status.NominatedNodeName is { Length: > 0 } nominated ? ("nominated", $"Less important pods are leaving {nominated} for it.")
            : ("unschedulable", request.Nodes.IsEmpty ? "There are no nodes." : $"None of {request.Nodes.Length} nodes can have it.");
        return new PodReport(
            request.Stored.Key.Namespace, request.Stored.Key.Name, state, summary, request.Nodes.Length, analysis.EverFits, analysis.Rules(), choice.Node is null ? Remedies.Of(request, analysis) : []);
    }

    private static (string? State, string Summary) Settled(PodRequest request) => request.Pod switch
    {
        { Status.Phase: PodPhases.Succeeded or PodPhases.Failed } pod => ("ended", $"It has ended: {pod.Status.Phase}."),
        { Spec.NodeName: { Length: > 0 } node } => ("bound", $"It is bound to {node}."),
        { Metadata.DeletionTimestamp: not null } => ("leaving", "It is being deleted."),
        { Spec.SchedulingGates: { Count: > 0 } gates } => ("gated", $"It waits for somebody to remove its scheduling gates: {string.Join(", ", gates.Select(static g => g.Name))}."),
        { } pod when PlacementProfile.Of(pod) is null => ("foreign", $"Another scheduler places it: {pod.Spec.SchedulerName}."),
        _ => (null, ""),
    };

    private static PodReport Report(PodRequest request, string state, string summary) =>
        new(request.Stored.Key.Namespace, request.Stored.Key.Name, state, summary, request.Nodes.Length, null, [], []);

    /// <summary>A controller that may not make pods, by a quota or an admission rule, says so.</summary>
    private static string Missing(string @namespace, string name, ViewSnapshot view)
    {
        var failing = view.List(Resources.ReplicaSets, @namespace).Where(s => name.StartsWith(s.Key.Name, StringComparison.Ordinal) || s.Key.Name.StartsWith(name, StringComparison.Ordinal))
            .Select(static s => s.Read<ReplicaSet>()).Select(static s => (Set: s, Failure: s.Status.Conditions?.FirstOrDefault(static c => c is { Type: "ReplicaFailure", Status: ConditionStatus.True })))
            .FirstOrDefault(static f => f.Failure is not null);
        return failing.Failure is { } failure ? $"There is no such pod: ReplicaSet {failing.Set.Metadata.Name} could not make it: {failure.Message}" : "There is no such pod.";
    }
}
