using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>A value or its absence. A null that is there is something else than nothing.</summary>
internal readonly record struct Slot(bool IsPresent, JsonNode? Value)
{
    public static readonly Slot Absent = new(false, null);

    public static Slot Of(JsonNode? value) => new(true, value);

    /// <summary>The member of an object; absent if there is no such member or no object.</summary>
    public static Slot Member(JsonObject? container, string name) =>
        container is not null && container.TryGetPropertyValue(name, out var value) ? Of(value) : Absent;
}
