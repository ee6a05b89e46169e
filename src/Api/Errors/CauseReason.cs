namespace ActorKube.Api.Errors;

/// <summary>Reasons of a Status' causes.</summary>
public static class CauseReason
{
    public const string NotFound = "FieldValueNotFound";
    public const string Required = "FieldValueRequired";
    public const string Duplicate = "FieldValueDuplicate";
    public const string Invalid = "FieldValueInvalid";
    public const string NotSupported = "FieldValueNotSupported";
    public const string Forbidden = "FieldValueForbidden";
    public const string TooLong = "FieldValueTooLong";
    public const string TooMany = "FieldValueTooMany";
    public const string Internal = "InternalError";
    public const string TypeInvalid = "FieldValueTypeInvalid";
    public const string FieldManagerConflict = "FieldManagerConflict";
}
