using System.Text.Json.Nodes;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Patches;
using ActorKube.Api.Serialization;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>Turns a patched document into an object. What is wrong with it is the patch's fault.</summary>
/// <param name="strategic">The patch itself, of a strategic merge: messages show it. Of other patches they show the document, which clients don't read.</param>
/// <param name="repeated">What strict decoding has found in the patch.</param>
internal sealed class PatchDecoding(Facet facet, FieldValidation validation, JsonNode? strategic, IReadOnlyList<string> repeated)
{
    /// <summary>Unknown and repeated fields of the last run.</summary>
    public IReadOnlyList<string> Findings { get; private set; } = [];

    /// <exception cref="ApiException">422 for a wrong type, and under Strict for an unknown or repeated field.</exception>
    public IApiObject Decode(JsonNode patched)
    {
        var report = validation.Report();
        try
        {
            var value = facet.Kind.Read(JsonTree.ToUtf8(patched).Span, report);
            Findings = report is null ? [] : [.. repeated, .. report.Findings];
            return validation == FieldValidation.Strict && Findings.Count > 0
                ? throw Invalid("strict decoding error: " + string.Join(", ", Findings))
                : value;
        }
        catch (ApiDecodeException e)
        {
            throw Invalid(strategic is null ? e.Message : UntypedConversion.FindError(patched, facet.Kind.Model) ?? e.Message);
        }
    }

    private ApiException Invalid(string why)
    {
        var errors = new FieldErrors();
        var shown = strategic is null ? "<object>" : PlainText.Quoted(strategic);
        errors.Add(new FieldError(CauseReason.Invalid, "patch", $"Invalid value: {shown}: {why}"));
        return ApiErrors.Invalid("", "", "", errors.All);
    }
}
