using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>
/// How <see cref="FieldsV1Writer"/> treats a value: its shape, what an empty object has there, what isn't owned. Built once per
/// resource, on demand, since types may contain themselves. Thread-safe: building twice gives the same.
/// </summary>
internal sealed class FieldPlan(Shape shape, Slot before, FieldSet reset, FieldSet unowned)
{
    private static readonly FieldPlan Unknown = new(Shape.Any, Slot.Absent, FieldSet.Empty, FieldSet.Empty);
    private FieldPlanMember[]? _members;
    private FieldPlanKey[]? _keys;
    private FieldPlan? _item;

    /// <summary>What an object in which nothing is set has here.</summary>
    public Slot Before { get; } = before;

    /// <summary>True if an empty object has members here, each with an owner of its own, that this one may only lack.</summary>
    public bool HasMembersBefore { get; } = shape.Kind is ShapeKind.Struct or ShapeKind.Map && before.Value is JsonObject { Count: > 0 };

    public ShapeKind Kind { get; } = shape.Kind;

    /// <summary>The plan of the items of a list or the values of a map.</summary>
    public FieldPlan Item => _item ??= shape.Type is Schema.MapModel ? Plain(shape.Member("")) : Plain(shape.Item);

    /// <summary>The key fields of a list's items, sorted by name.</summary>
    public FieldPlanKey[] Keys => _keys ??= [.. shape.Keys.Order(StringComparer.Ordinal).Select(k => new FieldPlanKey(k, shape.KeyDefault(k)))];

    /// <summary>The plan of a member. Objects are mostly written in the order of their type, so the search starts behind the last hit.</summary>
    /// <returns>Null for a member the schema doesn't know.</returns>
    public FieldPlanMember? Find(ReadOnlySpan<byte> name, ref int next)
    {
        var members = _members ??= BuildMembers();
        for (var i = 0; i < members.Length; i++)
        {
            var index = next + i < members.Length ? next + i : next + i - members.Length;
            if (members[index].Name.AsSpan().SequenceEqual(name))
            {
                next = index + 1;
                return members[index];
            }
        }

        return null;
    }

    private static FieldPlan Plain(Shape shape) => shape == Shape.Any ? Unknown : new(shape, Slot.Absent, FieldSet.Empty, FieldSet.Empty);

    private FieldPlanMember[] BuildMembers() => shape.Type is not Schema.ObjectModel o ? [] :
    [
        .. o.Type.Fields.Select(field =>
        {
            var step = PathElement.Field(field.Name);
            var (resets, strips) = (reset.Find(step), unowned.Find(step));
            var childBefore = Slot.Member(Before.Value as JsonObject, field.Name);
            return new FieldPlanMember(
                field.Name, resets.IsMember, strips.IsMember, () => new FieldPlan(new Shape(field.Type, field), childBefore, resets.Children, strips.Children));
        }),
    ];
}

/// <summary>A member of a <see cref="FieldPlan"/>.</summary>
internal sealed class FieldPlanMember(string name, bool isReset, bool isUnowned, Func<FieldPlan> build)
{
    private FieldPlan? _plan;

    public byte[] Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>The step as JSON: <c>"f:name":</c></summary>
    public byte[] Step { get; } = Encoding.UTF8.GetBytes($"\"f:{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(name)}\":");

    /// <summary>Neither the member nor anything below it is owned.</summary>
    public bool IsReset { get; } = isReset;

    /// <summary>The member itself isn't owned.</summary>
    public bool IsUnowned { get; } = isUnowned;

    public FieldPlan Plan => _plan ??= build();
}

/// <summary>A key field of a list: its name and its default, both as JSON.</summary>
internal sealed class FieldPlanKey(string name, string? defaultValue)
{
    public byte[] Name { get; } = Encoding.UTF8.GetBytes(name);

    public byte[] Json { get; } = JsonSerializer.SerializeToUtf8Bytes(name);

    public byte[]? Default { get; } = defaultValue is null ? null : Encoding.UTF8.GetBytes(defaultValue);
}
