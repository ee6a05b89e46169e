using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Trees;

namespace ActorKube.Engine.Views;

/// <summary>What a re-creation of a deleted object must expect, until the journal has compacted the deletion.</summary>
internal readonly record struct Tombstone(ObjectKey Key, long Version, long Revision);

internal readonly struct TombstoneOrder : ITreeOrder<ObjectKey, Tombstone>
{
    public static ObjectKey KeyOf(Tombstone value) => value.Key;

    public static int Compare(in ObjectKey left, in ObjectKey right) => ObjectKey.CompareWithinResource(left, right);
}
