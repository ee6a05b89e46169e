using ActorKube.Engine.Views.Watching;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>
/// What a change means to a watcher of a selection: an object that comes to match was added to what the watcher sees, one that ceases
/// to match was deleted from it.
/// </summary>
internal sealed class WatchFilter(string @namespace, Selection selection)
{
    /// <summary>The event for this watcher; null when it isn't concerned.</summary>
    public ObjectEventType? Apply(ObjectEvent change)
    {
        if (@namespace.Length > 0 && change.Object.Key.Namespace != @namespace)
        {
            return null;
        }

        if (selection.IsEverything)
        {
            return change.Type;
        }

        var isMatch = change.Type != ObjectEventType.Deleted && selection.Matches(change.Object);
        var wasMatch = change.Previous is { } previous && selection.Matches(previous);
        return (wasMatch, isMatch) switch
        {
            (false, true) => ObjectEventType.Added,
            (true, true) => ObjectEventType.Modified,
            (true, false) => ObjectEventType.Deleted,
            _ => null,
        };
    }
}
