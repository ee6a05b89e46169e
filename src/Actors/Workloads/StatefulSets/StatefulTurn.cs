using System.Collections.Immutable;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Workloads.ControllerRevisions;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>One turn of a StatefulSet: its pods by their ordinals, and the two revisions between which it is. Lives for one turn.</summary>
internal sealed class StatefulTurn
{
    private readonly TemplateHistory _history;
    private int? _ofCurrent;

    public StatefulTurn(ReconcileContext context, StatefulSet set, TemplateHistory history, List<Claimed<Pod>> pods)
    {
        (Stored, View, Now, Set, Pods, _history) = (context.Object!, context.View, context.Now, set, pods, history);
        Update = history.Current!;
        Current = history.Find(set.Status.CurrentRevision) ?? Update;
        First = Ordinals.First(set);
        Replicas = new Claimed<Pod>?[set.Spec.Replicas ?? 1];
        foreach (var pod in pods)
        {
            var index = OrdinalOf(pod) - First;
            if (index >= 0 && index < Replicas.Length)
            {
                Replicas[index] = pod;
            }
            else
            {
                Surplus.Add(pod);
            }
        }

        Surplus.Sort((a, b) => OrdinalOf(b).CompareTo(OrdinalOf(a)));
    }

    public StoredObject Stored { get; }

    public ViewSnapshot View { get; }

    public DateTimeOffset Now { get; }

    public StatefulSet Set { get; }

    public List<Claimed<Pod>> Pods { get; }

    /// <summary>The pods that there should be, from the first ordinal on; null where there is none.</summary>
    public Claimed<Pod>?[] Replicas { get; }

    /// <summary>Those that there shouldn't be, the highest ordinal first.</summary>
    public List<Claimed<Pod>> Surplus { get; } = [];

    /// <summary>The lowest ordinal that there should be.</summary>
    public int First { get; }

    /// <summary>The revision that all pods had before the update that is under way.</summary>
    public ControllerRevision Current { get; }

    /// <summary>The revision that they are to have.</summary>
    public ControllerRevision Update { get; }

    public bool IsOrdered => Set.Spec.PodManagementPolicy != PodManagementPolicies.Parallel;

    public bool IsRolling => Set.Spec.UpdateStrategy.Type == UpdateStrategies.RollingUpdate;

    /// <summary>Pods below this ordinal keep the revision that they have.</summary>
    public int Partition => First + (Set.Spec.UpdateStrategy.RollingUpdate?.Partition ?? 0);

    public int OrdinalOf(Claimed<Pod> pod) => Ordinals.Of(Set, pod.Stored.Key.Name) ?? -1;

    /// <summary>
    /// The revision with which the pod of this ordinal would be made now. Where the strategy says no more than its type, the lowest ordinals keep the
    /// current revision, as many as pods have it; this is counted from the pods, since the status may be older than they are.
    /// </summary>
    public ControllerRevision RevisionFor(int ordinal) => Keeps(ordinal, _ofCurrent ??= CountOf(Current)) ? Current : Update;

    /// <summary>The revision with which a pod would be made again if it went now.</summary>
    public ControllerRevision RevisionAfter(Claimed<Pod> pod) =>
        Keeps(OrdinalOf(pod), (_ofCurrent ??= CountOf(Current)) - (IsOf(pod, Current) ? 1 : 0)) ? Current : Update;

    public Pod NewPod(int ordinal)
    {
        var revision = RevisionFor(ordinal);
        var template = revision == Update ? Set.Spec.Template : TemplatePatch.TemplateOf(revision) ?? Set.Spec.Template;
        return PodIdentity.Create(Set, template, revision.Metadata.Name!, ordinal);
    }

    /// <summary>Pods of a revision that stay.</summary>
    public int CountOf(ControllerRevision revision) => Pods.Count(p => IsOf(p, revision));

    /// <summary>Deletes revisions that neither a pod nor the status speaks of, beyond the limit.</summary>
    public ImmutableArray<ReconcileAction> TrimHistory()
    {
        if (Set.Spec.RevisionHistoryLimit is not { } limit || limit < 0)
        {
            return [];
        }

        var live = Pods.Select(static p => PodIdentity.RevisionOf(p)).ToHashSet(StringComparer.Ordinal);
        live.Add(Current.Metadata.Name);
        return [.. _history.Trim(r => live.Contains(r.Metadata.Name), limit, countsLive: false)];
    }

    private bool Keeps(int ordinal, int ofCurrent) => Set.Spec.UpdateStrategy switch
    {
        { RollingUpdate: not null } => ordinal < Partition,
        { Type: UpdateStrategies.RollingUpdate } => ordinal < First + ofCurrent,
        _ => false,
    };

    private static bool IsOf(Claimed<Pod> pod, ControllerRevision revision) =>
        !pod.Stored.Header.IsDeleting && PodIdentity.RevisionOf(pod) == revision.Metadata.Name;
}
