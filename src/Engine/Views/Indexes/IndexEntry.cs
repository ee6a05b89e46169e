using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Trees;

namespace ActorKube.Engine.Views.Indexes;

/// <summary>An object under one of its keys in an index.</summary>
internal readonly record struct IndexEntry(string Key, StoredObject Object);

/// <summary>Entries are ordered by key and then as the objects are in lists, so that a lookup is a range.</summary>
internal readonly record struct IndexPosition(string Key, ObjectKey Object);

internal readonly struct IndexOrder : ITreeOrder<IndexPosition, IndexEntry>
{
    public static IndexPosition KeyOf(IndexEntry value) => new(value.Key, value.Object.Key);

    public static int Compare(in IndexPosition left, in IndexPosition right)
    {
        var order = string.CompareOrdinal(left.Key, right.Key);
        return order != 0 ? order : ObjectKey.CompareWithinResource(left.Object, right.Object);
    }
}
