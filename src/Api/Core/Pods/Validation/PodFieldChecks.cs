using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>The checks that recur in pod specifications, each written into the collected errors.</summary>
internal static class PodFieldChecks
{
    /// <summary>One error for every reason that a syntax check gave.</summary>
    public static void AllInvalid(this FieldErrors errors, FieldPath path, object? value, IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons)
        {
            errors.Invalid(path, value, reason);
        }
    }

    /// <summary>The value is one of these; absence is told as such.</summary>
    public static void OneOf(this FieldErrors errors, FieldPath path, string? value, params string[] supported)
    {
        if (string.IsNullOrEmpty(value))
        {
            errors.Required(path);
        }
        else
        {
            errors.OneOfOrEmpty(path, value, supported);
        }
    }

    /// <summary>The value, if there is one, is one of these.</summary>
    public static void OneOfOrEmpty(this FieldErrors errors, FieldPath path, string? value, params string[] supported)
    {
        if (value is not null && !supported.Contains(value))
        {
            errors.NotSupported(path, value, supported);
        }
    }

    /// <summary>The text is there.</summary>
    public static bool Present(this FieldErrors errors, FieldPath path, string? value, string detail = "")
    {
        if (string.IsNullOrEmpty(value))
        {
            errors.Required(path, detail);
            return false;
        }

        return true;
    }

    public static void NotNegative(this FieldErrors errors, FieldPath path, long value)
    {
        if (value < 0)
        {
            errors.Invalid(path, value, "must be greater than or equal to 0");
        }
    }

    public static void DnsLabel(this FieldErrors errors, FieldPath path, string value) => errors.AllInvalid(path, value, DnsNames.Label(value));

    public static void Subdomain(this FieldErrors errors, FieldPath path, string value, bool prefix = false) =>
        errors.AllInvalid(path, value, NameRules.Subdomain(value, prefix));

    public static void LabelName(this FieldErrors errors, FieldPath path, string value) => errors.AllInvalid(path, value, LabelSyntax.QualifiedName(value));

    public static void UserId(this FieldErrors errors, FieldPath path, long? id)
    {
        if (id is { } value)
        {
            errors.AllInvalid(path, value, Ports.UserId(value));
        }
    }

    public static void GroupId(this FieldErrors errors, FieldPath path, long? id)
    {
        if (id is { } value)
        {
            errors.AllInvalid(path, value, Ports.GroupId(value));
        }
    }

    public static void PortNumberOrName(this FieldErrors errors, FieldPath path, IntOrString port)
    {
        if (port.IsString)
        {
            errors.AllInvalid(path, port.Text, Ports.Name(port.Text));
        }
        else
        {
            errors.AllInvalid(path, port.IntValue, Ports.Number(port.IntValue));
        }
    }

    /// <summary>rwxrwxrwx at most.</summary>
    public static void FileMode(this FieldErrors errors, FieldPath path, int? mode)
    {
        if (mode is < 0 or > 0x1FF)
        {
            errors.Invalid(path, mode, "must be a number between 0 and 0777 (octal), both inclusive");
        }
    }
}
