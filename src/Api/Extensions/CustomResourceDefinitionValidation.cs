using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Extensions;

internal static class CustomResourceDefinitionValidation
{
    private static readonly FieldPath Metadata = FieldPath.Of("metadata");
    private static readonly FieldPath Spec = FieldPath.Of("spec");
    private static readonly FieldPath StoredVersions = FieldPath.Of("status").Child("storedVersions");

    public static void ValidateCreate(CustomResourceDefinition value, FieldErrors errors)
    {
        ValidateName(value, errors);
        Validate(value, SchemaTolerance.None, errors);
        ApiApproval.Validate(value, null, errors);
        if (value.Spec.PreserveUnknownFields)
        {
            ForbidPreserving(errors);
        }
    }

    public static void ValidateUpdate(CustomResourceDefinition next, CustomResourceDefinition previous, FieldErrors errors)
    {
        Validate(next, SchemaTolerance.Of(previous), errors);
        var names = Spec.Child("names");
        if (previous.Status.Conditions?.Any(c => c is { Type: "Established", Status: "True" }) == true)
        {
            errors.Immutable(Spec.Child("scope"), next.Spec.Scope, previous.Spec.Scope);
            errors.Immutable(names.Child("kind"), next.Spec.Names.Kind, previous.Spec.Names.Kind);
        }

        errors.Immutable(Spec.Child("group"), next.Spec.Group, previous.Spec.Group);
        errors.Immutable(names.Child("plural"), next.Spec.Names.Plural, previous.Spec.Names.Plural);
        ApiApproval.Validate(next, previous, errors);
        if (next.Spec.PreserveUnknownFields && !previous.Spec.PreserveUnknownFields)
        {
            ForbidPreserving(errors);
        }
    }

    public static void ValidateStatus(CustomResourceDefinitionStatus status, FieldErrors errors) =>
        DefinitionNamesValidation.Validate(status.AcceptedNames, FieldPath.Of("status").Child("acceptedNames"), errors);

    private static void Validate(CustomResourceDefinition value, SchemaTolerance tolerance, FieldErrors errors)
    {
        DefinitionSpecValidation.Validate(value.Spec, tolerance, Spec, errors);
        ValidateStatus(value.Status, errors);
        ValidateStoredVersions(value.Status.StoredVersions ?? [], value.Spec.Versions ?? [], errors);
    }

    private static void ValidateName(CustomResourceDefinition value, FieldErrors errors)
    {
        const string Required = "must be spec.names.plural+\".\"+spec.group";
        var name = $"{value.Spec.Names.Plural}.{value.Spec.Group}";
        if (value.Metadata.GenerateName is { } prefix && prefix != name)
        {
            errors.Invalid(Metadata.Child("generateName"), prefix, Required);
        }

        if (value.Metadata.Name is { } given && given != name)
        {
            errors.Invalid(Metadata.Child("name"), given, Required);
        }
    }

    private static void ValidateStoredVersions(
        IReadOnlyList<string> stored, IReadOnlyList<CustomResourceDefinitionVersion> versions, FieldErrors errors)
    {
        if (stored.Count == 0)
        {
            errors.Invalid(StoredVersions, new GoText("[]string(nil)"), "must have at least one stored version");
            return;
        }

        foreach (var version in versions.Where(v => v.Storage && !stored.Contains(v.Name)))
        {
            errors.Invalid(StoredVersions, GoText.List("string", stored), "must have the storage version " + version.Name);
        }

        foreach (var (i, name) in stored.Index().Where(s => versions.All(v => v.Name != s.Item)))
        {
            errors.Invalid(StoredVersions.Index(i), name, "must appear in spec.versions");
        }
    }

    private static void ForbidPreserving(FieldErrors errors) => errors.Invalid(
        Spec.Child("preserveUnknownFields"), true, "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead");
}
