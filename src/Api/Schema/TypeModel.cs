using System.Collections.Frozen;

namespace ActorKube.Api.Schema;

/// <summary>
/// The schema of an object type: what decoding, patches, server-side apply and OpenAPI need to know of it.
/// Generated from the records marked <see cref="ApiTypeAttribute"/>. Immutable and thread-safe.
/// </summary>
public sealed class TypeModel
{
    private readonly FrozenDictionary<string, FieldModel> _byName;

    public TypeModel(string name, IReadOnlyList<FieldModel> fields)
    {
        Name = name;
        Fields = fields;
        _byName = fields.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>Name of the schema in OpenAPI, such as <c>io.k8s.api.core.v1.Pod</c>.</summary>
    public string Name { get; }

    /// <summary>Last part of the name, as error messages show it: <c>Pod</c>.</summary>
    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    public IReadOnlyList<FieldModel> Fields { get; }

    /// <summary>The whole object has one owner under server-side apply.</summary>
    public bool Atomic { get; init; }

    /// <summary>JSON text of <c>x-kubernetes-unions</c>; null for none.</summary>
    public string? Unions { get; init; }

    /// <summary>What <c>kubectl explain</c> says about the type.</summary>
    public string Doc { get; init; } = "";

    /// <summary>The field of that JSON name; null where there is none.</summary>
    public FieldModel? Find(string name) => _byName.GetValueOrDefault(name);
}
