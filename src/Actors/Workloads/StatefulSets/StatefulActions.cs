using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>What a turn of a StatefulSet comes to. Claims are made before the pods that need them, so that nothing is missing wherever it is broken off.</summary>
internal sealed class StatefulActions(StatefulTurn turn, ImmutableArray<ReconcileAction> report)
{
    /// <summary>Most pods made or deleted in one turn, between which the status is brought up to date; as ReplicaSets do.</summary>
    private const int PerTurn = 500;

    private readonly List<ReconcileAction> _notes = [];
    private readonly List<(string Pod, CreateObject Action)> _claims = [];
    private readonly List<ReconcileAction> _repairs = [];
    private readonly List<(string Pod, ReconcileAction Action)> _created = [];
    private readonly List<(string Pod, ReconcileAction Action)> _deleted = [];

    public void CreateClaims(int ordinal) =>
        _claims.AddRange(PodClaims.Missing(turn.View, turn.Set, ordinal).Select(c => (Ordinals.PodName(turn.Set, ordinal), c)));

    public void Create(int ordinal)
    {
        if (_created.Count == PerTurn)
        {
            return;
        }

        CreateClaims(ordinal);
        var pod = turn.NewPod(ordinal);
        _created.Add((pod.Metadata.Name!, new CreateObject(pod) { Announce = p => StatefulSetEvents.Done(turn.Set, "Create", p.Metadata.Name!) }));
    }

    public void Delete(Claimed<Pod> pod)
    {
        var name = pod.Stored.Key.Name;
        if (_deleted.Count < PerTurn)
        {
            _deleted.Add((name, new DeleteObject(pod.Stored.Key, pod.Stored.Header.Uid) { Announce = StatefulSetEvents.Done(turn.Set, "Delete", name) }));
        }
    }

    public void Repair(Claimed<Pod> pod, Pod next)
    {
        _repairs.Add(new ReplaceObject(pod.Stored, next));
        _repairs.Add(StatefulSetEvents.Done(turn.Set, "Update", pod.Stored.Key.Name));
    }

    public void Own(Claimed<PersistentVolumeClaim> claim, PersistentVolumeClaim next) => _repairs.Add(new ReplaceObject(claim.Stored, next));

    public void FailCreate(int ordinal, string error) => _notes.Add(StatefulSetEvents.Failed(turn.Set, "Create", Ordinals.PodName(turn.Set, ordinal), error));

    public ImmutableArray<ReconcileAction> Build() =>
        [.. _notes, .. Claims(), .. _repairs, .. Burst("Create", _created), .. Burst("Delete", _deleted), .. report];

    private IEnumerable<ReconcileAction> Claims() => _claims.Count == 0 ? [] :
    [
        new InBursts([.. _claims.Select(static c => c.Action)])
        {
            OnRefused = (refusal, done) =>
            {
                var (pod, claim) = _claims[Math.Min(done, _claims.Count - 1)];
                return [.. StatefulSetEvents.FailedClaim(turn.Set, pod, claim.Object.Metadata.Name!, refusal.Message), .. report];
            },
        },
    ];

    /// <summary>When one is refused the rest of the turn falls away, but what was seen is reported.</summary>
    private IEnumerable<ReconcileAction> Burst(string verb, List<(string Pod, ReconcileAction Action)> actions) => actions.Count == 0 ? [] :
    [
        new InBursts([.. actions.Select(static a => a.Action)])
        {
            OnRefused = (refusal, done) => [StatefulSetEvents.Failed(turn.Set, verb, PodOf(actions, refusal, done), refusal.Message), .. report],
        },
    ];

    /// <summary>The pod that was refused: the one that the refusal names, else the first that isn't done.</summary>
    private static string PodOf(List<(string Pod, ReconcileAction Action)> actions, ApiException refusal, int done) =>
        actions.FirstOrDefault(a => a.Pod == refusal.Status.Details?.Name).Pod ?? actions[Math.Min(done, actions.Count - 1)].Pod;
}
