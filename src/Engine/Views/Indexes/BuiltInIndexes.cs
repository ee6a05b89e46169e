using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Views.Indexes;

/// <summary>The indexes that every view has.</summary>
public static class BuiltInIndexes
{
    /// <summary>By the uid of each owner, the controller or not: what garbage collection and controllers ask for.</summary>
    public const string Owner = "owner";

    /// <summary>Objects that no controller owns, by namespace: what a controller may adopt.</summary>
    public const string Orphans = "orphans";

    internal static IReadOnlyList<IndexDefinition> All { get; } =
    [
        new(Owner, null, AddOwners),
        new(Orphans, null, AddOrphan),
    ];

    private static void AddOwners(StoredObject item, ICollection<string> keys)
    {
        foreach (var owner in item.Header.Owners)
        {
            keys.Add(owner.Uid);
        }
    }

    private static void AddOrphan(StoredObject item, ICollection<string> keys)
    {
        if (item.Header.Controller is null)
        {
            keys.Add(item.Key.Namespace);
        }
    }
}
