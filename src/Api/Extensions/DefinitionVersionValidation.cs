using System.Globalization;
using System.Text;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Extensions;

/// <summary>One version of a definition, and the parts that all versions may have in common.</summary>
internal static class DefinitionVersionValidation
{
    private const int MaxWarningBytes = 256;
    private const string ColumnTypesText = "must be one of boolean,date,integer,number,string";
    private const string ColumnFormatsText = "must be one of byte,date,date-time,double,float,int32,int64,password";

    private static readonly string[] ColumnTypes = ["boolean", "date", "integer", "number", "string"];
    private static readonly string[] ColumnFormats = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"];

    public static void Validate(CustomResourceDefinitionVersion version, bool hasStatus, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        if (version.DeprecationWarning is { } warning)
        {
            ValidateWarning(version.Deprecated, warning, path.Child("deprecationWarning"), errors);
        }

        SchemaValidation.Validate(version.Schema?.OpenAPIV3Schema, hasStatus, tolerance, path.Child("schema"), errors);
        ValidateSubresources(version.Subresources, path.Child("subresources"), errors);
        ValidateColumns(version.AdditionalPrinterColumns ?? [], path.Child("additionalPrinterColumns"), errors);
        if (version.SelectableFields is { Count: > 0 } fields)
        {
            SelectableFieldValidation.Validate(
                fields, version.Schema?.OpenAPIV3Schema, "selectableFields may only be set when version.schema.openAPIV3Schema is not included", path.Child("selectableFields"), errors);
        }
    }

    public static void ValidateColumns(IReadOnlyList<CustomResourceColumnDefinition> columns, FieldPath path, FieldErrors errors)
    {
        foreach (var (i, column) in columns.Index())
        {
            var item = path.Index(i);
            if (column.Name.Length == 0)
            {
                errors.Required(item.Child("name"));
            }

            if (column.Type.Length == 0)
            {
                errors.Required(item.Child("type"), ColumnTypesText);
            }
            else if (!ColumnTypes.Contains(column.Type))
            {
                errors.Invalid(item.Child("type"), column.Type, ColumnTypesText);
            }

            if (column.Format is { } format && !ColumnFormats.Contains(format))
            {
                errors.Invalid(item.Child("format"), format, ColumnFormatsText);
            }

            ValidatePath(column.JsonPath, item.Child("JSONPath"), errors);
        }
    }

    public static void ValidateSubresources(CustomResourceSubresources? subresources, FieldPath path, FieldErrors errors)
    {
        if (subresources?.Scale is not { } scale)
        {
            return;
        }

        ValidateScalePath(scale.SpecReplicasPath, [".spec."], "should be a json path under .spec", path.Child("scale.specReplicasPath"), errors);
        ValidateScalePath(scale.StatusReplicasPath, [".status."], "should be a json path under .status", path.Child("scale.statusReplicasPath"), errors);
        if (scale.LabelSelectorPath is { Length: > 0 } selector)
        {
            ValidateScalePath(selector, [".spec.", ".status."], "should be a json path under either .spec or .status", path.Child("scale.labelSelectorPath"), errors);
        }
    }

    private static void ValidateScalePath(string value, string[] prefixes, string wrong, FieldPath path, FieldErrors errors)
    {
        if (ValidatePath(value, path, errors) && !prefixes.Any(p => value.StartsWith(p, StringComparison.Ordinal)))
        {
            errors.Invalid(path, value, wrong);
        }
    }

    private static bool ValidatePath(string value, FieldPath path, FieldErrors errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
            return false;
        }

        if (value[0] != '.')
        {
            errors.Invalid(path, value, "must be a simple json path starting with .");
            return false;
        }

        return true;
    }

    private static void ValidateWarning(bool deprecated, string warning, FieldPath path, FieldErrors errors)
    {
        if (!deprecated)
        {
            errors.Invalid(path, warning, "can only be set for deprecated versions");
            return;
        }

        if (Encoding.UTF8.GetByteCount(warning) > MaxWarningBytes)
        {
            errors.Invalid(path, warning, $"must be <= {MaxWarningBytes} characters long");
        }

        if (warning.Length == 0)
        {
            errors.Invalid(path, warning, "must not be an empty string");
        }

        var index = 0;
        foreach (var rune in warning.EnumerateRunes())
        {
            if (!IsPrintable(rune))
            {
                errors.Invalid(path, warning, $"must only contain printable UTF-8 characters; non-printable character found at index {index}");
                break;
            }

            index += rune.Utf8SequenceLength;
        }
    }

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
