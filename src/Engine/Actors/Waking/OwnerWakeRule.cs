using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Engine.Actors.Waking;

/// <summary>Wakes the owners, controllers or not, of what changes: those it has and those it had.</summary>
/// <param name="resourceOf">The resource of an owner by its API version and kind; null for one that is not known.</param>
/// <param name="isNamespaced">Whether objects of a resource live in the namespace of what they own.</param>
/// <param name="resource">The resource whose changes to look at; null for all.</param>
public sealed class OwnerWakeRule(Func<ObjectOwner, string?> resourceOf, Func<string, bool> isNamespaced, string? resource = null) : IWakeRule
{
    public string? Resource { get; } = resource;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        Add(change.Object, wake);
        if (change.Previous is { } previous && !previous.Header.Owners.SequenceEqual(change.Object.Header.Owners))
        {
            Add(previous, wake);
        }
    }

    private void Add(StoredObject item, ICollection<ObjectKey> wake)
    {
        foreach (var owner in item.Header.Owners)
        {
            if (resourceOf(owner) is { } found)
            {
                wake.Add(new ObjectKey(found, isNamespaced(found) ? item.Key.Namespace : "", owner.Name));
            }
        }
    }
}
