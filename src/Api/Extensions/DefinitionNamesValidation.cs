using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Extensions;

/// <summary>The names of a kind, asked for or accepted; those that are there.</summary>
internal static class DefinitionNamesValidation
{
    private const string MixedCase = "may have mixed case, but should otherwise match: ";

    public static void Validate(CustomResourceDefinitionNames names, FieldPath path, FieldErrors errors)
    {
        Check(names.Plural, names.Plural, "", path.Child("plural"), errors);
        Check(names.Singular, names.Singular, "", path.Child("singular"), errors);
        Check(names.Kind, names.Kind.ToLowerInvariant(), MixedCase, path.Child("kind"), errors);
        Check(names.ListKind, names.ListKind?.ToLowerInvariant(), MixedCase, path.Child("listKind"), errors);
        foreach (var (i, name) in (names.ShortNames ?? []).Index())
        {
            CheckLabel(name, name, "", path.Child("shortNames").Index(i), errors);
        }

        if (names.Kind.Length > 0 && names.Kind == names.ListKind)
        {
            errors.Invalid(path.Child("listKind"), names.ListKind, "kind and listKind may not be the same");
        }

        foreach (var (i, category) in (names.Categories ?? []).Index())
        {
            CheckLabel(category, category, "", path.Child("categories").Index(i), errors);
        }
    }

    private static void Check(string? shown, string? value, string introduction, FieldPath path, FieldErrors errors)
    {
        if (!string.IsNullOrEmpty(value))
        {
            CheckLabel(shown!, value, introduction, path, errors);
        }
    }

    private static void CheckLabel(string shown, string value, string introduction, FieldPath path, FieldErrors errors)
    {
        if (DnsNames.Label1035(value) is { Count: > 0 } reasons)
        {
            errors.Invalid(path, shown, introduction + string.Join(',', reasons));
        }
    }
}
