using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apply;

internal enum ShapeKind
{
    /// <summary>One value with one owner: a scalar, or an atomic list or map.</summary>
    Leaf,

    /// <summary>Members known by the schema.</summary>
    Struct,

    /// <summary>Members of any name, all of one shape.</summary>
    Map,

    /// <summary>A list of different scalars.</summary>
    Set,

    /// <summary>A list of objects told apart by keys.</summary>
    Keyed,
}

/// <summary>How ownership of a value is divided: the value's type, and what its field says of lists and maps.</summary>
internal readonly record struct Shape(ValueModel Type, FieldModel? Field = null)
{
    /// <summary>Any object of a foreign type: nobody knows how to divide it.</summary>
    private const string RawExtension = "io.k8s.apimachinery.pkg.runtime.RawExtension";

    /// <summary>Values the schema says nothing of: objects are divided by member, lists are whole.</summary>
    public static readonly Shape Any = new(ValueModel.Any);

    public static Shape Of(TypeModel type) => new(new ObjectModel(() => type));

    /// <summary>The shape as the schema gives it, for an absent or null value and for one of the right type.</summary>
    public ShapeKind Kind => Type switch
    {
        ObjectModel o => Field?.List switch
        {
            ListType.Atomic => ShapeKind.Leaf,
            ListType.Map => ShapeKind.Struct,
            _ => o.Type.Atomic ? ShapeKind.Leaf : ShapeKind.Struct,
        },
        MapModel => Field?.List == ListType.Atomic ? ShapeKind.Leaf : ShapeKind.Map,
        ListModel => Field?.List switch { ListType.Set => ShapeKind.Set, ListType.Map => ShapeKind.Keyed, _ => ShapeKind.Leaf },
        ScalarModel { Kind: ScalarKind.Any } => Field?.Schema == RawExtension ? ShapeKind.Leaf : ShapeKind.Map,
        _ => ShapeKind.Leaf,
    };

    /// <summary>The shape of this value. One of the wrong type is a leaf.</summary>
    public ShapeKind KindOf(JsonNode? value)
    {
        var kind = Kind;
        return value switch
        {
            null => kind,
            JsonObject => kind is ShapeKind.Struct or ShapeKind.Map ? kind : ShapeKind.Leaf,
            JsonArray => kind is ShapeKind.Set or ShapeKind.Keyed ? kind : ShapeKind.Leaf,
            _ => ShapeKind.Leaf,
        };
    }

    /// <summary>The shape of a member of an object.</summary>
    public Shape Member(string name) => Type switch
    {
        ObjectModel o => o.Type.Find(name) is { } field ? new Shape(field.Type, field) : Any,
        MapModel map => new Shape(map.Value),
        _ => Any,
    };

    /// <summary>True for members that the schema names; those count as owned only with what is below them.</summary>
    public bool Declares(string name) => Type is ObjectModel o && o.Type.Find(name) is not null;

    /// <summary>The shape of the items of a list.</summary>
    public Shape Item => Type is ListModel list ? new Shape(list.Item) : Any;

    public IReadOnlyList<string> Keys => Field?.Keys ?? [];

    /// <summary>The default of a key field, as JSON; null if it has none.</summary>
    public string? KeyDefault(string key) => (Item.Type as ObjectModel)?.Type.Find(key)?.Default;

    public static bool IsEmpty(JsonNode? value) => value is null or JsonObject { Count: 0 } or JsonArray { Count: 0 };

    public static bool IsScalar(JsonNode? value) => value?.GetValueKind() is not (null or JsonValueKind.Object or JsonValueKind.Array);
}
