using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>The selected objects of a resource as they were at a revision inside the window that the view keeps.</summary>
internal static class PastObjects
{
    /// <summary>The objects behind <paramref name="after"/>, by namespace and name.</summary>
    /// <exception cref="Engine.Journals.RevisionExpiredException">The revision is older than the window.</exception>
    public static IEnumerable<StoredObject> List(ObjectView view, string resource, string? @namespace, ObjectKey? after, long revision, Selection selection)
    {
        var snapshot = view.Snapshot();
        var current = SelectedObjects.Among(snapshot, resource, @namespace, after, selection);
        if (revision >= snapshot.Revision)
        {
            return current.Where(selection.Matches);
        }

        var touched = Before(view.Watch(resource, revision), snapshot.Revision);
        var past = touched.Values.Where(o => o is not null && (@namespace is null || o.Key.Namespace == @namespace) && (after is null || o.Key > after)).Select(o => o!);
        return current.Where(o => !touched.ContainsKey(o.Key)).Concat(past).Where(selection.Matches).OrderBy(o => o.Key);
    }

    /// <summary>What each object that changed since was at the cursor's revision; null where it didn't exist.</summary>
    private static Dictionary<ObjectKey, StoredObject?> Before(WatchCursor cursor, long until)
    {
        var before = new Dictionary<ObjectKey, StoredObject?>();
        while (cursor.TryRead(out var change) && change.Revision <= until)
        {
            before.TryAdd(change.Object.Key, change.Previous);
        }

        return before;
    }
}
