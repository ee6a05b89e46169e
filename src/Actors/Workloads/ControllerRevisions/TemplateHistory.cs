using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Workloads.ControllerRevisions;

/// <summary>
/// The revisions of a StatefulSet's or DaemonSet's template. The present one has the highest number: a new template gets a new revision, one that returns, by undo
/// or by hand, gets its old revision with a new number.
/// </summary>
internal sealed class TemplateHistory
{
    private readonly List<Claimed<ControllerRevision>> _others;

    private TemplateHistory(ControllerRevision? current, List<Claimed<ControllerRevision>> others, ImmutableArray<ReconcileAction> actions) =>
        (Current, _others, Actions) = (current, others, actions);

    /// <summary>The revision of the present template, as it will be; null when the name that it was to have belongs to another template's.</summary>
    public ControllerRevision? Current { get; }

    /// <summary>What makes <see cref="Current"/> so.</summary>
    public ImmutableArray<ReconcileAction> Actions { get; }

    /// <param name="view">Where a revision's name may be taken.</param>
    /// <param name="owner">Whose history it is.</param>
    /// <param name="revisions">Those that it owns.</param>
    public static TemplateHistory Of(ViewSnapshot view, RevisionOwner owner, List<Claimed<ControllerRevision>> revisions)
    {
        var patch = TemplatePatch.Of(owner.Template);
        var sorted = revisions.OrderBy(static r => r.Value.Revision).ThenBy(static r => r.Value.Metadata.CreationTimestamp)
            .ThenBy(static r => r.Stored.Key.Name, StringComparer.Ordinal).ToList();
        var number = sorted.Count == 0 ? 1 : sorted[^1].Value.Revision + 1;
        var index = sorted.FindLastIndex(r => TemplatePatch.IsOf(r.Value, patch));
        if (index >= 0)
        {
            var found = sorted[index];
            var isNewest = index == sorted.Count - 1;
            sorted.RemoveAt(index);
            var renumbered = found.Value with { Revision = number };
            return isNewest ? new TemplateHistory(found.Value, sorted, []) : new TemplateHistory(renumbered, sorted, [new ReplaceObject(found.Stored, renumbered)]);
        }

        var fresh = owner.Snapshot(patch, number);
        var key = new ObjectKey(Resources.ControllerRevisions, fresh.Metadata.Namespace ?? "", fresh.Metadata.Name!);
        if (view.Get(key)?.Read<ControllerRevision>() is not { } holder)
        {
            return new TemplateHistory(fresh, sorted, [new CreateObject(fresh)]);
        }

        // The same template's, though another's: what matters is what the name stands for.
        return new TemplateHistory(TemplatePatch.IsOf(holder, patch) ? holder : null, sorted, []);
    }

    /// <summary>The revision of that name among all that the owner has.</summary>
    public ControllerRevision? Find(string? name) =>
        Current?.Metadata.Name == name ? Current : _others.Select(static r => r.Value).FirstOrDefault(r => r.Metadata.Name == name);

    /// <summary>Forgets the oldest of those that nothing is made from any more.</summary>
    /// <param name="isLive">Whether a pod, or the status, still speaks of a revision.</param>
    /// <param name="limit">How many may stay.</param>
    /// <param name="countsLive">Whether the limit is meant for the old ones that are live as well.</param>
    public IEnumerable<ReconcileAction> Trim(Func<ControllerRevision, bool> isLive, int limit, bool countsLive)
    {
        var unused = _others.Where(r => !isLive(r.Value)).ToList();
        var surplus = (countsLive ? _others.Count : unused.Count) - limit;
        return unused.Take(Math.Max(0, surplus)).Select(static r => new DeleteObject(r.Stored.Key, r.Stored.Header.Uid));
    }
}
