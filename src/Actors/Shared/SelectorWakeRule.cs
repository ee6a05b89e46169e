using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Shared;

/// <summary>Wakes those that select what changes, by its labels now and before.</summary>
/// <param name="resource">The resource whose changes it looks at.</param>
/// <param name="index">Who selects.</param>
/// <param name="orphansOnly">Leaves out what has a controller: it is no longer to be had.</param>
internal sealed class SelectorWakeRule(string resource, SelectorIndex index, bool orphansOnly) : IWakeRule
{
    public string? Resource { get; } = resource;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        Add(change.Object);
        if (change.Previous is { } previous && !orphansOnly)
        {
            Add(previous);
        }

        void Add(StoredObject item)
        {
            if (orphansOnly && item.Header.Controller is not null)
            {
                return;
            }

            foreach (var candidate in index.Candidates(snapshot, item))
            {
                wake.Add(candidate.Key);
            }
        }
    }
}
