using System.Text.Json.Nodes;
using ActorKube.Api.Apply;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Fields;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>One apply, which may run several times on ever newer states of the object.</summary>
internal sealed class ApplyRequest(ApiRequest request, Facet facet, FieldManager fields, JsonObject config, string manager, bool force, FieldValidation validation)
{
    private readonly PatchDecoding _decoding = new(facet, validation, strategic: null, repeated: []);

    /// <summary>Unknown fields of the last run.</summary>
    public IReadOnlyList<string> Findings => _decoding.Findings;

    public IApiObject OnExisting(IApiObject current, DateTimeOffset now)
    {
        var parent = request.Kind.FromStored(current);
        var shown = WithOwners(facet.Show(parent), current);
        var live = JsonTree.ParseObject(facet.Kind.Write(shown).Span);
        var next = Run(live, now, out var result);
        if (!result.Changed && ManagedFieldsConversion.Same(result.Managed, shown.Metadata.ManagedFields))
        {
            return current;
        }

        return request.Kind.ToStored(Owned(facet.Merge(parent, next), current, result.Managed));
    }

    /// <summary>What is shown, with the owners of its fields.</summary>
    private IApiObject WithOwners(IApiObject shown, IApiObject current) => facet.Owners is not { } owners ? shown
        : Owned(shown, owners.ToScale(ManagedFieldsConversion.FromRecords(current.Metadata.ManagedFields)));

    /// <summary>The object, with the owners of what was shown of it.</summary>
    private IApiObject Owned(IApiObject next, IApiObject current, ManagedFields shown) => facet.Owners is not { } owners ? next
        : Owned(next, owners.ToParent(ManagedFieldsConversion.FromRecords(current.Metadata.ManagedFields), shown));

    private static IApiObject Owned(IApiObject value, ManagedFields owners) => value.With(value.Metadata with { ManagedFields = ManagedFieldsConversion.ToRecords(owners) });

    public IApiObject OnMissing(DateTimeOffset now)
    {
        var kind = request.Kind;
        var metadata = config["metadata"] as JsonObject;
        if (metadata?["uid"]?.ToString() is { Length: > 0 } uid)
        {
            throw ApiErrors.Conflict(kind.Plural, kind.Group, request.Path.Name, $"uid mismatch: the provided object specified uid {uid}, and no existing object was found");
        }

        var next = Run([], now, out _);
        return request.Kind.ToStored(next.With(next.Metadata with { ResourceVersion = null }));
    }

    private IApiObject Run(JsonObject live, DateTimeOffset now, out ApplyResult result)
    {
        try
        {
            result = fields.Apply(live, config, manager, force, now);
        }
        catch (ApplyConflictException e)
        {
            throw ApiErrors.Of(409, StatusReason.Conflict, e.Message, new StatusDetails
            {
                Causes = [.. e.Conflicts.Select(c => new StatusCause { Reason = CauseReason.FieldManagerConflict, Message = c.Message, Field = c.Path.ToString() })],
            });
        }
        catch (ApplyException e)
        {
            throw e.Error == ApplyError.BadRequest ? ApiErrors.BadRequest(e.Message) : ApiErrors.Of(500, "", e.Message);
        }

        var value = UrlIdentity.Check(request, _decoding.Decode(result.Object));
        return value.With(value.Metadata with { ManagedFields = ManagedFieldsConversion.ToRecords(result.Managed) });
    }
}
