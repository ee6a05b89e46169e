using System.Buffers;
using System.Text.Json;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Claims;

/// <summary>
/// Something that one object has to itself, such as an address or a port. It is an entry of the journal of its own, so that of two objects that want the same thing the journal lets only one
/// have it, whichever hosts they are written on.
/// </summary>
/// <param name="Name">What it is, without slashes.</param>
/// <param name="Holder">Who has it, or is about to.</param>
/// <param name="Since">When it was claimed.</param>
public sealed record Claim(string Name, ObjectKey Holder, DateTimeOffset Since)
{
    /// <summary>The address of claims in the journal. Nobody serves it.</summary>
    public const string Resource = "claims";

    private const string HolderLabel = "holder";

    public static ObjectKey KeyOf(string name) => new(Resource, "", name);

    internal static Claim Read(StoredObject stored) =>
        new(stored.Key.Name, ObjectKey.Parse(stored.Header.Labels[HolderLabel] ?? ""), stored.Header.CreationTimestamp ?? DateTimeOffset.MinValue);

    internal ObjectState ToState()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject("metadata");
            json.WriteString("name", Name);
            json.WriteString("resourceVersion", "");
            json.WriteString("creationTimestamp", Since);
            json.WriteStartObject("labels");
            json.WriteString(HolderLabel, Holder.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return ObjectState.Parse(buffer.WrittenMemory);
    }
}
