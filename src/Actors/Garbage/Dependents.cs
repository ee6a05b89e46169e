using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Garbage;

/// <summary>What depends on an object: who names its uid as an owner, in its namespace if it has one.</summary>
internal static class Dependents
{
    public static IEnumerable<StoredObject> Of(ViewSnapshot view, StoredObject owner) =>
        view.OwnedBy(owner.Header.Uid).Where(d => owner.Key.Namespace.Length == 0 || d.Key.Namespace == owner.Key.Namespace);

    public static bool Any(ViewSnapshot view, StoredObject owner) => Of(view, owner).Any();

    /// <summary>Whether a deletion in the foreground has to wait for one of them.</summary>
    public static bool Block(ViewSnapshot view, StoredObject owner) =>
        Of(view, owner).Any(d => d.Header.Owners.Any(o => o.BlockOwnerDeletion && o.Uid == owner.Header.Uid));

    public static bool AnyIsDeletingForeground(ViewSnapshot view, StoredObject owner, KindNames names) => Of(view, owner).Any(d =>
        d.Header is { IsDeleting: true, HasFinalizers: true }
        && Read(d, names)?.Metadata.Finalizers?.Contains(Deletion.ForegroundFinalizer) == true);

    /// <summary>Takes the owner's name off all of them, and then the finalizer off the owner.</summary>
    public static Decision Orphan(ReconcileContext context, StoredObject owner, IApiObject released, KindNames names)
    {
        var uid = owner.Header.Uid;
        var releases = Of(context.View, owner)
            .Select(d => (Stored: d, Value: Read(d, names)))
            .Where(static d => d.Value is not null)
            .Select(d => (ReconcileAction)new ReplaceObject(d.Stored, Owners.Without(d.Value!, [uid])));
        return Decision.Do(new InBursts([.. releases]), new ReplaceObject(owner, released));
    }

    private static IApiObject? Read(StoredObject stored, KindNames names) =>
        names.Stored.FirstOrDefault(k => k.Resource == stored.Key.Resource) is { } kind ? stored.Read(kind) : null;
}
