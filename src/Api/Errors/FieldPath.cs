using System.Globalization;

namespace ActorKube.Api.Errors;

/// <summary>Path of a field as error messages show it: <c>spec.containers[0].ports[1].name</c>, <c>metadata.labels[app]</c>.</summary>
public sealed class FieldPath
{
    private readonly FieldPath? _parent;
    private readonly string? _name;
    private readonly string? _key;
    private readonly int _index;

    private FieldPath(FieldPath? parent, string? name, string? key, int index)
    {
        _parent = parent;
        _name = name;
        _key = key;
        _index = index;
    }

    /// <summary>A path that starts with a field of the object itself.</summary>
    public static FieldPath Of(string name) => new(null, name, null, 0);

    /// <summary>A field of the object at this path.</summary>
    public FieldPath Child(string name) => new(this, name, null, 0);

    /// <summary>An item of the list at this path, counted from 0.</summary>
    public FieldPath Index(int index) => new(this, null, null, index);

    /// <summary>An entry of the map at this path.</summary>
    public FieldPath Key(string key) => new(this, null, key, 0);

    public override string ToString()
    {
        var parent = _parent?.ToString() ?? "";
        return this switch
        {
            { _name: { } name } => parent.Length == 0 ? name : parent + "." + name,
            { _key: { } key } => $"{parent}[{key}]",
            _ => string.Create(CultureInfo.InvariantCulture, $"{parent}[{_index}]"),
        };
    }
}
