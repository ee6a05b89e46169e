using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Simulation.Checks;

/// <summary>
/// A client that lists a resource on one host and watches it from there on, as an informer does: every event must be the next one of the database, and whenever it has read all that there is,
/// what it has made of the events must be what a list shows.
/// </summary>
internal sealed class WatchCheck(History history, JournalWitness truth, ObjectView view, string host, string resource)
{
    private readonly SortedDictionary<ObjectKey, long> _replica = [];
    private int _next;

    public async Task FollowAsync()
    {
        var list = view.Snapshot();
        foreach (var item in list.List(resource))
        {
            _replica[item.Key] = item.Version;
        }

        _next = truth.Of(resource).TakeWhile(e => e.Revision <= list.Revision).Count();
        var cursor = view.Watch(resource, list.Revision);
        while (true)
        {
            while (cursor.TryRead(out var item))
            {
                See(item);
            }

            Compare(cursor.Revision);
            await cursor.WaitAsync(CancellationToken.None);
        }
    }

    private void See(ObjectEvent item)
    {
        var expected = _next < truth.Of(resource).Count ? truth.Of(resource)[_next] : null;
        if (expected is null || expected.Revision != item.Revision || expected.Key != item.Object.Key || expected.Version != item.Object.Version)
        {
            history.Violated($"a watch of {resource} on {host} shows revision {item.Revision} where {expected?.Revision} comes next");
        }

        var known = _replica.ContainsKey(item.Object.Key);
        if (known == (item.Type == ObjectEventType.Added) || (item.Type == ObjectEventType.Deleted) != (expected?.Kind == ChangeKind.Delete))
        {
            history.Violated($"a watch of {resource} on {host} shows {item.Object.Key} as {item.Type}");
        }

        _next++;
        if (item.Type == ObjectEventType.Deleted)
        {
            _replica.Remove(item.Object.Key);
        }
        else
        {
            _replica[item.Object.Key] = item.Object.Version;
        }
    }

    private void Compare(long revision)
    {
        var list = view.Snapshot();
        if (list.Revision == revision && !list.List(resource).Select(static o => KeyValuePair.Create(o.Key, o.Version)).SequenceEqual(_replica))
        {
            history.Violated($"a watch of {resource} on {host} and the list at {revision} differ");
        }
    }
}
