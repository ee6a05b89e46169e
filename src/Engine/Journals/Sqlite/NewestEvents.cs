using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>
/// Version and revision of the newest event of each object, tombstones that are kept included: what an append is compared with. Only the one writer of the file can know this without asking it.
/// What a batch adds counts for the rest of the batch, and afterwards if it was committed.
/// </summary>
internal sealed class NewestEvents
{
    private readonly Dictionary<ObjectKey, Newest> _committed = [];
    private readonly Dictionary<ObjectKey, Newest> _staged = [];

    /// <param name="events">Of all objects, in revision order.</param>
    public NewestEvents(IEnumerable<(ObjectKey Key, Newest Event)> events)
    {
        foreach (var (key, newest) in events)
        {
            _committed[key] = newest;
        }
    }

    /// <summary>Zeros for an object that never was, or of whose tombstone nothing is left.</summary>
    public Newest this[ObjectKey key] => _staged.TryGetValue(key, out var staged) ? staged : _committed.GetValueOrDefault(key);

    public void Stage(ObjectKey key, Newest newest) => _staged[key] = newest;

    public void Commit()
    {
        foreach (var (key, newest) in _staged)
        {
            _committed[key] = newest;
        }

        _staged.Clear();
    }

    public void Rollback() => _staged.Clear();

    /// <summary>A tombstone was compacted. An object that was made after it stays.</summary>
    public void Forget(ObjectKey key, long version)
    {
        if (_committed.GetValueOrDefault(key).Version == version)
        {
            _committed.Remove(key);
        }
    }

    internal readonly record struct Newest(long Version, long Revision);
}
