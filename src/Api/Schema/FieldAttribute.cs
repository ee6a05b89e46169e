namespace ActorKube.Api.Schema;

/// <summary>
/// A field of an API record. What JSON does with its absence follows from the C# type:
/// <list type="bullet">
/// <item>a reference type that is not nullable (<c>Spec { get; } = new()</c>, <c>string Name = ""</c>) is always written;</item>
/// <item><c>string?</c>, lists and maps read as null when empty and are then not written;</item>
/// <item><c>int</c>, <c>long</c>, <c>bool</c> are not written when zero; <c>int?</c>, <c>long?</c>, <c>bool?</c> are not written when null, and zero is a value.</item>
/// </list>
/// </summary>
/// <param name="number">Number of the field in the protobuf encoding of the API.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(int number) : Attribute
{
    public int Number { get; } = number;

    /// <summary>JSON name, where it isn't the property's name with its first letter lowered.</summary>
    public string? Name { get; init; }

    /// <summary>Number of the embedded protobuf message that holds the field, 0 for none: JSON has these fields inline.</summary>
    public int In { get; init; }

    /// <summary>Number of the message that holds the embedded message, where that is embedded itself.</summary>
    public int Under { get; init; }

    /// <summary>OpenAPI lists the field as required.</summary>
    public bool Required { get; init; }

    /// <summary>Written even when zero, empty or null.</summary>
    public bool Always { get; init; }

    /// <summary>An empty string is a value of its own, not absence.</summary>
    public bool KeepEmpty { get; init; }

    /// <summary>An empty string is written, though it reads as absence: the journal marks the place of the revision so.</summary>
    public bool WriteEmpty { get; init; }

    /// <summary>The default that OpenAPI publishes, as JSON, where it isn't the one that follows from the type.</summary>
    public string? Default { get; init; }

    /// <summary>How lists and maps merge under server-side apply.</summary>
    public ListType List { get; init; }

    /// <summary>The fields that identify an item of a list of type <see cref="ListType.Map"/>.</summary>
    public string[]? Keys { get; init; }

    /// <summary>Strategic merge patch: the field that identifies an item.</summary>
    public string? MergeKey { get; init; }

    /// <summary>Strategic merge patch: what a patch of the field does.</summary>
    public PatchStrategy Patch { get; init; }

    /// <summary>OpenAPI format where the type alone doesn't give it; <c>micro-time</c> keeps six decimals of the second.</summary>
    public string? Format { get; init; }

    /// <summary>Name of the schema that OpenAPI publishes for a value of any JSON, or for each of a list or map of them.</summary>
    public string? Schema { get; init; }

    /// <summary>The only texts that the field, each item of a list or each value of a map may have; in the order that OpenAPI publishes.</summary>
    public string[]? Enum { get; init; }

    /// <summary>OpenAPI publishes the reference to the field's schema alone: no description or default stands beside it.</summary>
    public bool Bare { get; init; }
}
