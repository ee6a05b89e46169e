using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Server.Requests;

/// <summary>What the query parameter <c>fieldValidation</c> asks to be done about unknown and repeated fields.</summary>
public enum FieldValidation
{
    Warn,
    Ignore,
    Strict,
}

public static class FieldValidations
{
    public static void Check(string? value, FieldErrors errors)
    {
        if (value is not (null or "" or "Ignore" or "Strict" or "Warn"))
        {
            errors.NotSupported(FieldPath.Of("fieldValidation"), value, ["", "Ignore", "Strict", "Warn"]);
        }
    }

    /// <summary>The parameter's meaning; one that isn't known was refused before.</summary>
    public static FieldValidation Parse(string? value) => value switch
    {
        "Ignore" => FieldValidation.Ignore,
        "Strict" => FieldValidation.Strict,
        _ => FieldValidation.Warn,
    };

    /// <summary>The report that a decoder should fill; null when nobody asks.</summary>
    public static DecodeReport? Report(this FieldValidation validation) => validation == FieldValidation.Ignore ? null : new DecodeReport();
}
