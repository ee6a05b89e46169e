using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Garbage;

/// <summary>
/// What every object owes to its owners, and its dependents to it. There is no collector that watches over all: an object looks after itself, when its owner
/// goes, when it is to go before its owner, when its dependents are to be left or waited for. Follows
/// <c>kubernetes.io/docs/concepts/architecture/garbage-collection</c>.
/// </summary>
internal sealed class GarbageCollector(Kind kind, KindNames names) : IReconciler
{
    public string Resource => kind.Resource;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored)
        {
            return Decision.None;
        }

        if (stored.Header.IsDeleting)
        {
            return stored.Header.HasFinalizers ? Leave(context, stored) : Decision.None;
        }

        return stored.Header.Owners.IsEmpty ? Decision.None : Stay(context, stored);
    }

    /// <summary>An object that is being deleted: what its finalizers want done about its dependents.</summary>
    private Decision Leave(ReconcileContext context, StoredObject stored)
    {
        var value = stored.Read(kind);
        var finalizers = value.Metadata.Finalizers ?? [];
        if (finalizers.Contains(Deletion.OrphanFinalizer))
        {
            return Dependents.Orphan(context, stored, Finalizers.Without(value, Deletion.OrphanFinalizer), names);
        }

        return finalizers.Contains(Deletion.ForegroundFinalizer) && !Dependents.Block(context.View, stored)
            ? Decision.Do(new ReplaceObject(stored, Finalizers.Without(value, Deletion.ForegroundFinalizer)))
            : Decision.None;
    }

    /// <summary>An object with owners: it goes when none of them holds it, and forgets those that no longer do.</summary>
    private Decision Stay(ReconcileContext context, StoredObject stored)
    {
        var owners = OwnerStates.Of(context.View, names, stored, kind.Namespaced);
        if (owners.Unresolvable.Count > 0)
        {
            return new Decision([.. owners.Unresolvable.Select(o => InvalidNamespace.Warn(stored.Read(kind), o))]);
        }

        if (owners.IsHeld)
        {
            return owners.Dangling.Count + owners.Waiting.Count == 0
                ? Decision.None
                : Decision.Do(new ReplaceObject(stored, Owners.Without(stored.Read(kind), [.. owners.Dangling, .. owners.Waiting])));
        }

        if (owners.Waiting.Count > 0 && Dependents.Any(context.View, stored))
        {
            return Dependents.AnyIsDeletingForeground(context.View, stored, names) && BlocksItsOwner(stored)
                ? Decision.Do(new ReplaceObject(stored, Unblocked(stored.Read(kind))))
                : Decision.Do(Delete(stored, PropagationPolicies.Foreground));
        }

        return Decision.Do([.. InvalidNamespace.Warnings(context.View, stored, kind, names), Delete(stored, PolicyOf(stored))]);
    }

    private string PolicyOf(StoredObject stored)
    {
        var finalizers = stored.Header.HasFinalizers ? stored.Read(kind).Metadata.Finalizers ?? [] : [];
        return finalizers.Contains(Deletion.OrphanFinalizer) ? PropagationPolicies.Orphan
            : finalizers.Contains(Deletion.ForegroundFinalizer) ? PropagationPolicies.Foreground
            : PropagationPolicies.Background;
    }

    /// <summary>Only as it was seen: with other owners it may be another decision.</summary>
    private static DeleteObject Delete(StoredObject stored, string policy) => new(stored.Key, stored.Header.Uid)
    {
        Options = new DeleteOptions
        {
            PropagationPolicy = policy,
            Preconditions = new Preconditions { ResourceVersion = Revisions.Text(stored.Revision) },
        },
    };

    private static bool BlocksItsOwner(StoredObject stored) => stored.Header.Owners.Any(static o => o.BlockOwnerDeletion);

    /// <summary>A ring of objects that wait for each other is broken here: its owners no longer wait for this one.</summary>
    private static IApiObject Unblocked(IApiObject value) => value.With(value.Metadata with
    {
        OwnerReferences = [.. (value.Metadata.OwnerReferences ?? []).Select(static o => o with { BlockOwnerDeletion = false })],
    });
}
