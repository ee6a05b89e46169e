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
    /// <param name="options">Name of the options that hold the parameter, for the error: CreateOptions, UpdateOptions, PatchOptions.</param>
    /// <exception cref="ApiException">422 for a value that isn't known.</exception>
    public static FieldValidation Parse(string? value, string options)
    {
        switch (value)
        {
            case null or "" or "Warn":
                return FieldValidation.Warn;
            case "Ignore":
                return FieldValidation.Ignore;
            case "Strict":
                return FieldValidation.Strict;
            default:
                var errors = new FieldErrors();
                errors.NotSupported(FieldPath.Of("fieldValidation"), value, ["", "Ignore", "Strict", "Warn"]);
                throw ApiErrors.Invalid(options, "meta.k8s.io", "", errors.All);
        }
    }

    /// <summary>The report that a decoder should fill; null when nobody asks.</summary>
    public static DecodeReport? Report(this FieldValidation validation) => validation == FieldValidation.Ignore ? null : new DecodeReport();
}
