using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>The pods that a turn of a DaemonSet makes and deletes.</summary>
internal sealed class DaemonActions(DaemonTurn turn)
{
    public const string Source = "daemonset-controller";

    /// <summary>Most pods made, and most deleted, in one turn; as in Kubernetes.</summary>
    public const int PerTurn = 250;

    private readonly List<ReconcileAction> _notes = [];
    private readonly List<string> _nodes = [];
    private readonly List<Claimed<Api.Core.Pod>> _pods = [];

    public bool Any => _nodes.Count + _pods.Count > 0;

    public void CreateOn(string node) => _nodes.Add(node);

    public void Delete(Claimed<Api.Core.Pod> pod)
    {
        if (!pod.Stored.Header.IsDeleting)
        {
            _pods.Add(pod);
        }
    }

    public void Note(EmitEvent emit) => _notes.Add(emit);

    /// <param name="report">What is to be written in any case.</param>
    public ImmutableArray<ReconcileAction> Build(ImmutableArray<ReconcileAction> report)
    {
        var make = turn.PodMaker();
        var created = _nodes.Take(PerTurn).Select(n => (ReconcileAction)new CreateObject(make(n))
        {
            Announce = pod => EmitEvent.Normal(turn.Set, Source, "SuccessfulCreate", $"Created pod: {pod.Metadata.Name}"),
        });
        var deleted = _pods.Take(PerTurn).Select(p => (ReconcileAction)new DeleteObject(p.Stored.Key, p.Stored.Header.Uid)
        {
            Announce = EmitEvent.Normal(turn.Set, Source, "SuccessfulDelete", $"Deleted pod: {p.Stored.Key.Name}"),
        });
        return
        [
            .. _notes,
            .. Burst([.. created], "FailedCreate", "Error creating", report),
            .. Burst([.. deleted], "FailedDelete", "Error deleting", report),
            .. report,
        ];
    }

    private IEnumerable<ReconcileAction> Burst(ImmutableArray<ReconcileAction> actions, string reason, string text, ImmutableArray<ReconcileAction> report) => actions.IsEmpty ? [] :
    [
        new InBursts(actions) { OnRefused = (refusal, _) => [EmitEvent.Warning(turn.Set, Source, reason, $"{text}: {refusal.Message}"), .. report] },
    ];
}
