using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>
/// A gate: an entry of the journal to which everybody appends before a binding that others could conflict with. As of several appends which expect the same version one is committed, who has passed
/// knows of all who passed before. It says who passed last and may not have bound yet. Nobody serves it.
/// </summary>
internal static class GateEntry
{
    private const string Resource = "gates";

    private const string Reservations = "reservations";

    public static ObjectKey KeyOf(string gate) => new(Resource, "", gate);

    /// <summary>Those whose outcome is not known in this view.</summary>
    public static ImmutableArray<Reservation> Read(ViewSnapshot view, string gate)
    {
        if (view.Get(KeyOf(gate)) is not { } stored)
        {
            return [];
        }

        using var json = JsonDocument.Parse(stored.Json);
        return [.. json.RootElement.GetProperty(Reservations).Deserialize(GateJson.Default.ReservationArray)!.Where(r => r.Pending(view) is not null)];
    }

    public static ObjectState Write(string gate, IEnumerable<Reservation> reservations)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("metadata");
            json.WriteString("name", gate);
            json.WriteString("resourceVersion", "");
            json.WriteEndObject();
            json.WritePropertyName(Reservations);
            JsonSerializer.Serialize(json, [.. reservations], GateJson.Default.ReservationArray);
            json.WriteEndObject();
        }

        return ObjectState.Parse(buffer.WrittenMemory);
    }
}

[JsonSerializable(typeof(Reservation[]))]
internal sealed partial class GateJson : JsonSerializerContext;
