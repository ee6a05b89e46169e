using System.Buffers;
using System.Text.Json.Nodes;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Commands;

namespace ActorKube.Engine.Fields;

/// <summary>Records every plain write in metadata.managedFields, so that a later server-side apply knows whose fields it would take.</summary>
public sealed class FieldTracker(FieldManagers managers) : IFieldTracker
{
    public IApiObject Track(Kind kind, IApiObject? live, IApiObject next, string manager, string subresource, DateTimeOffset now)
    {
        var fields = managers.For(kind, kind, subresource);
        var json = kind.Write(next);
        if (live is null)
        {
            return TrackNew(fields, next, json, manager, kind.ApiVersion, subresource, now)
                ?? With(next, ManagedFieldsConversion.ToRecords(fields.Manager.Update(Document(kind.Write(kind.Read("{}"u8))), Document(json), manager, now)));
        }

        var managed = fields.Manager.Update(Document(kind.Write(live)), Document(json), manager, now);
        return With(next, ManagedFieldsConversion.Same(managed, live.Metadata.ManagedFields) ? live.Metadata.ManagedFields : ManagedFieldsConversion.ToRecords(managed));
    }

    /// <summary>The usual case of a new object that brings no owners: one pass over its JSON. Null for the cases that the pass leaves.</summary>
    private static IApiObject? TrackNew(FieldTracking fields, IApiObject next, ReadOnlyMemory<byte> json, string manager, string apiVersion, string subresource, DateTimeOffset now)
    {
        var owned = new ArrayBufferWriter<byte>(256);
        if (next.Metadata.ManagedFields is { Count: > 0 } || !fields.OnCreate.TryWrite(json.Span, owned))
        {
            return null;
        }

        return owned.WrittenCount <= 2 ? With(next, null) : With(next, [new ManagedFieldsEntry
        {
            Manager = manager.Length == 0 ? "unknown" : manager,
            Operation = "Update",
            ApiVersion = apiVersion,
            Time = now,
            FieldsType = "FieldsV1",
            FieldsV1 = new RawJson(owned.WrittenMemory),
            Subresource = subresource.Length == 0 ? null : subresource,
        }]);
    }

    private static IApiObject With(IApiObject value, IReadOnlyList<ManagedFieldsEntry>? managed) => value.With(value.Metadata with { ManagedFields = managed });

    private static JsonObject Document(ReadOnlyMemory<byte> json) => JsonTree.ParseObject(json.Span);
}
