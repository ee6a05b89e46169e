using ActorKube.Api.Schema;

namespace ActorKube.Api.Patches;

/// <summary>What strategic merge patch needs to know about a value: its type, and how its field merges.</summary>
internal readonly record struct PatchSchema(ValueModel? Type, PatchStrategy Strategy = PatchStrategy.None, string? MergeKey = null)
{
    /// <summary>The schema of a member. Members the schema doesn't know merge as plain JSON.</summary>
    public PatchSchema Member(string name) => Type switch
    {
        ObjectModel o when o.Type.Find(name) is { } field => new(field.Type, field.Patch, field.MergeKey),
        MapModel map => new(map.Value),
        _ => default,
    };

    /// <summary>The schema of the items of a list.</summary>
    public PatchSchema Item => new((Type as ListModel)?.Item);

    public string Name => Type is ObjectModel o ? o.Type.ShortName : "list";
}
