using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Trees;

namespace ActorKube.Engine.Views.Indexes;

/// <summary>
/// Says that an object is found under a key. The object itself is looked up in the same snapshot, so that an index needs to change only when
/// the key does: most changes are to an object's status and leave all indexes as they are.
/// </summary>
internal readonly record struct IndexEntry(string Key, ObjectKey Object);

/// <summary>Entries are ordered by key and then as the objects are in lists, so that a lookup is a range.</summary>
internal readonly struct IndexOrder : ITreeOrder<IndexEntry, IndexEntry>
{
    public static IndexEntry KeyOf(IndexEntry value) => value;

    public static int Compare(in IndexEntry left, in IndexEntry right)
    {
        var order = string.CompareOrdinal(left.Key, right.Key);
        return order != 0 ? order : ObjectKey.CompareWithinResource(left.Object, right.Object);
    }
}
