using System.Collections.Immutable;
using ActorKube.Actors.Catalog;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Neighbours;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>
/// The gates of a cluster of many hosts. Invariant: when a binding is committed its pod satisfies all required rules with the pods that are bound then, in the order in which they passed. It rests
/// on the journal alone:
/// <list type="number">
/// <item>who binds appends to its gates first, each at the version of the view that it judges by; so it knows the reservations of all who passed before, and where their bindings are not in the
/// view it reckons with both outcomes;</item>
/// <item>a binding is an append to the state of the pod that the reservation names: once the pod has changed the reservation is settled, and one that was left behind by a host that went down
/// is settled by an append that changes nothing;</item>
/// <item>a pod that comes under the rule of another one has to know of it. Whoever is the first to bind a pod with a rule touches, before that, the pods that it means and that are older than
/// that pod: whoever has decided about one of those without knowing the rule is refused.</item>
/// </list>
/// See decision 0009.
/// </summary>
internal sealed class JournalGates(ObjectStore store, ObjectCommands commands)
{
    /// <summary>A reservation that is older was left behind, or its host is slow. Safety doesn't rest on this time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Cause = "binding gate";

    /// <summary>Other pods that have passed one of the gates and may yet be bound.</summary>
    public static ImmutableArray<Reservation> Reserved(ViewSnapshot view, IEnumerable<string> rules, BindPod binding) =>
        [.. rules.Append(GateNames.OfNode(binding.Node.Name)).SelectMany(g => GateEntry.Read(view, g)).Where(r => r.Pod != binding.Pod.Key).DistinctBy(static r => (r.Pod, r.Node))];

    /// <summary>False when somebody else has passed one of them since the view was taken.</summary>
    public async ValueTask<bool> TryPassAsync(PodRequest request, IEnumerable<string> rules, BindPod binding, CancellationToken cancellationToken)
    {
        var (view, key) = (request.View, binding.Stored.Key);
        var own = new Reservation(key.Namespace, key.Name, binding.Pod.Uid, binding.Stored.Revision, binding.Node.Name, commands.Time.GetUtcNow());

        // One after the other, those of many last: who is refused at the first has left nothing behind.
        foreach (var gate in rules.Append(GateNames.OfNode(binding.Node.Name)))
        {
            var others = GateEntry.Read(view, gate).Where(r => r.Pod != key);
            var entry = GateEntry.KeyOf(gate);
            if (!(await store.AppendAsync(new JournalAppend(entry, view.VersionOf(entry), GateEntry.Write(gate, [.. others, own]), Cause), cancellationToken)).Committed)
            {
                return false;
            }
        }

        foreach (var rule in request.Self.Rules.Where(GateNames.IsShared))
        {
            if (request.Neighbours.Holding(rule, request.Nodes).Total.Bound == 0 && !await AnnounceAsync(request, rule, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Settles reservations that nobody seems to be about to.</summary>
    public async ValueTask FenceLeftBehindAsync(ViewSnapshot view, IEnumerable<Reservation> reserved, CancellationToken cancellationToken)
    {
        foreach (var left in reserved.Where(r => commands.Time.GetUtcNow() - r.Since > Patience))
        {
            if (left.Pending(view) is { } pod)
            {
                await TryTouchAsync(pod, cancellationToken);
            }
        }
    }

    /// <summary>Refuses bindings of pods that the rule concerns whose hosts may not know it. Pods that are newer than the one with the rule are seen only by those who have seen that one.</summary>
    private async ValueTask<bool> AnnounceAsync(PodRequest request, NeighbourRule rule, CancellationToken cancellationToken)
    {
        foreach (var stored in request.View.Lookup(request.Stored.Key.Resource, ViewIndexes.PodsByNode, ViewIndexes.Unbound))
        {
            if (stored.Revision < request.Stored.Revision && stored.Key != request.Stored.Key && PlacedPod.Of(stored) is var pod
                && rule.Means(pod, request.View) && GateNames.Concerns(rule, pod) && !pod.Holds(rule.Text)
                && !await TryTouchAsync(stored, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Appends to an object without changing it: what was decided on the state before is refused from then on.</summary>
    private async ValueTask<bool> TryTouchAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        var kind = commands.Kinds.Stored(stored.Key.Resource);
        var value = stored.Read(kind);
        var state = ObjectState.Parse(kind.WriteStored(value.With(value.Metadata with { ResourceVersion = "" })));
        return (await store.AppendAsync(new JournalAppend(stored.Key, stored.Version, state, Cause), cancellationToken)).Committed;
    }
}
