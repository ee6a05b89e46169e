using System.Text;

namespace ActorKube.Api.Schema;

/// <summary>One field of a <see cref="TypeModel"/>. See <see cref="FieldAttribute"/> for the meaning of the members.</summary>
public sealed class FieldModel(string name, ValueModel type)
{
    public string Name { get; } = name;

    public ReadOnlyMemory<byte> Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public ValueModel Type { get; } = type;

    public int Number { get; init; }

    public int In { get; init; }

    public bool Required { get; init; }

    /// <summary>JSON text of the default that OpenAPI shows; null for none.</summary>
    public string? Default { get; init; }

    public ListType List { get; init; }

    public IReadOnlyList<string> Keys { get; init; } = [];

    public string? MergeKey { get; init; }

    public PatchStrategy Patch { get; init; }

    public string? Format { get; init; }

    public string? Schema { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    public bool Bare { get; init; }

    /// <summary>What <c>kubectl explain</c> says about the field.</summary>
    public string Doc { get; init; } = "";
}
