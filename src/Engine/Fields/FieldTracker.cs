using System.Text.Json.Nodes;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Engine.Fields;

/// <summary>Records every plain write in metadata.managedFields, so that a later server-side apply knows whose fields it would take.</summary>
public sealed class FieldTracker(FieldManagers managers) : IFieldTracker
{
    public IApiObject Track(Kind kind, IApiObject? live, IApiObject next, string manager, string subresource, DateTimeOffset now)
    {
        var fields = managers.For(kind, kind, subresource);
        var before = live is null ? Document(kind, kind.Read("{}"u8)) : Document(kind, live);
        var managed = fields.Update(before, Document(kind, next), manager, now);
        return live is not null && ManagedFieldsConversion.Same(managed, live.Metadata.ManagedFields)
            ? next.With(next.Metadata with { ManagedFields = live.Metadata.ManagedFields })
            : next.With(next.Metadata with { ManagedFields = ManagedFieldsConversion.ToRecords(managed) });
    }

    private static JsonObject Document(Kind kind, IApiObject value) => JsonNode.Parse(kind.Write(value).Span)!.AsObject();
}
