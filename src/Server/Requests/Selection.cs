using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Requests;

/// <summary>Which objects of a collection a request is about: its label and field selectors. Immutable and thread-safe.</summary>
public sealed class Selection
{
    private readonly LabelQuery _labels;
    private readonly FieldQuery _fields;
    private readonly Kind _kind;

    private Selection(LabelQuery labels, FieldQuery fields, Kind kind)
    {
        _labels = labels;
        _fields = fields;
        _kind = kind;
    }

    public bool IsEverything => _labels.IsEverything && _fields.IsEverything;

    /// <summary>The one name that the selection allows; null where it allows more.</summary>
    public string? Name => _fields.ExactValue("metadata.name");

    /// <summary>Value that a field must have; null where it may have several.</summary>
    public string? Exact(string field) => _fields.ExactValue(field);

    /// <summary>Fields that must have one value.</summary>
    public IEnumerable<FieldRequirement> Demands => _fields.Requirements.Where(static r => !r.Negated);

    /// <exception cref="ApiException">400.</exception>
    public static Selection Parse(ApiRequest request)
    {
        var labels = LabelQuery.Everything;
        var fields = FieldQuery.Everything;
        if (request.Query("labelSelector") is { Length: > 0 } labelText && !LabelQuery.TryParse(labelText, out labels, out var labelError))
        {
            throw ApiErrors.BadRequest(labelError);
        }

        var fieldText = request.Query("fieldSelector") ?? "";
        if (fieldText.Length > 0 && !FieldQuery.TryParse(fieldText, out fields, out var fieldError))
        {
            throw ApiErrors.BadRequest(fieldError);
        }

        // A name in a path that watches stands for a selector by that name.
        if (request.Path.Name.Length > 0)
        {
            fields = FieldQuery.Create([.. fields.Requirements, new FieldRequirement("metadata.name", request.Path.Name)]);
        }

        foreach (var requirement in fields.Requirements)
        {
            CheckField(request.Kind, requirement.Field);
        }

        return new Selection(labels, fields, request.Kind);
    }

    public bool Matches(StoredObject stored) =>
        (_labels.IsEverything || _labels.Matches(key => stored.Header.Labels[key])) && (_fields.IsEverything || _fields.Matches(field => Field(stored, field)));

    private string? Field(StoredObject stored, string field) => field switch
    {
        "metadata.name" => stored.Key.Name,
        "metadata.namespace" => stored.Key.Namespace,
        _ => _kind.SelectableFields[field](_kind.FromStored(stored.Read(_kind.StoredAs ?? _kind))),
    };

    private static void CheckField(Kind kind, string field)
    {
        if (field is "metadata.name" or "metadata.namespace" || kind.SelectableFields.ContainsKey(field))
        {
            return;
        }

        // Kinds with fields of their own word it in one way, all others in another.
        throw ApiErrors.BadRequest(kind.SelectableFields.Count > 0
            ? $"field label not supported: {field}"
            : $"\"{field}\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }
}
