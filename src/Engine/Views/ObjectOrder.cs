using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Trees;

namespace ActorKube.Engine.Views;

/// <summary>Objects of one resource by namespace and name.</summary>
internal readonly struct ObjectOrder : ITreeOrder<ObjectKey, StoredObject>
{
    public static ObjectKey KeyOf(StoredObject value) => value.Key;

    public static int Compare(in ObjectKey left, in ObjectKey right) => ObjectKey.CompareWithinResource(left, right);
}
