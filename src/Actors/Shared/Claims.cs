using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Shared;

/// <summary>An object as it is stored, and as it reads, or will read.</summary>
/// <param name="stored">The object.</param>
/// <param name="next">As it will be; left out where it stays as it is, which is then read only when somebody asks for it.</param>
internal readonly struct Claimed<T>(StoredObject stored, T? next = null)
    where T : class, IApiObject, IApiType<T>
{
    public StoredObject Stored { get; } = stored;

    public T Value => next ?? Stored.Read<T>();

    public void Deconstruct(out StoredObject stored, out T value) => (stored, value) = (Stored, Value);
}

/// <summary>What a controller has, and what it takes to make its claims come true.</summary>
/// <param name="Items">By namespace and name: first those that it had, then those that it adopts.</param>
/// <param name="Actions">Adoptions and releases.</param>
internal sealed record Claims<T>(List<Claimed<T>> Items, ImmutableArray<ReconcileAction> Actions)
    where T : class, IApiObject, IApiType<T>;

/// <summary>
/// Which objects are a controller's. Those that name it as their controller and match its selector; those that name it and no longer match are
/// released; those that name nobody and match are adopted, unless one of the two is being deleted. An owner counts by its uid: a later object of its
/// name has no claim. Looks at the owner's own objects and the namespace's orphans only, each once.
/// </summary>
internal static class Claims
{
    /// <param name="filter">What not to look at.</param>
    /// <param name="owned">The owner's objects, where not all of them are of interest.</param>
    public static Claims<T> Of<T>(
        ViewSnapshot view, string resource, IApiObject owner, LabelQuery selector, Func<StoredObject, bool>? filter = null, IEnumerable<StoredObject>? owned = null)
        where T : class, IApiObject, IApiType<T>
    {
        var uid = owner.Metadata.Uid ?? "";
        var @namespace = owner.Metadata.Namespace ?? "";
        var isDeleting = owner.Metadata.DeletionTimestamp is not null;
        var items = new List<Claimed<T>>();
        var actions = ImmutableArray.CreateBuilder<ReconcileAction>();
        foreach (var stored in owned ?? view.OwnedBy(resource, uid))
        {
            if (stored.Header.Controller?.Uid != uid || stored.Key.Namespace != @namespace || filter?.Invoke(stored) == false)
            {
                continue;
            }

            if (Matches(selector, stored))
            {
                items.Add(new Claimed<T>(stored));
            }
            else if (!isDeleting)
            {
                actions.Add(new ReplaceObject(stored, Owners.Without(stored.Read<T>(), [uid])));
            }
        }

        if (!isDeleting)
        {
            Adopt(view.Orphans(resource, @namespace));
        }

        return new Claims<T>(items, actions.ToImmutable());

        void Adopt(IEnumerable<StoredObject> orphans)
        {
            foreach (var stored in orphans)
            {
                if (!stored.Header.IsDeleting && Matches(selector, stored) && filter?.Invoke(stored) != false)
                {
                    var adopted = (T)Owners.Adopt(stored.Read<T>(), owner);
                    actions.Add(new ReplaceObject(stored, adopted));
                    items.Add(new Claimed<T>(stored, adopted));
                }
            }
        }
    }

    /// <summary>What names this uid as its controller, whatever its labels.</summary>
    public static IEnumerable<T> Owned<T>(ViewSnapshot view, string resource, string uid)
        where T : class, IApiObject, IApiType<T> =>
        view.OwnedBy(resource, uid).Where(s => s.Header.Controller?.Uid == uid).Select(static s => s.Read<T>());

    private static bool Matches(LabelQuery selector, StoredObject stored)
    {
        var labels = stored.Header.Labels;
        return selector.Matches(key => labels[key]);
    }
}
