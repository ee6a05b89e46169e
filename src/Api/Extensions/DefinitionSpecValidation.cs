using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Extensions;

internal static class DefinitionSpecValidation
{
    public static void Validate(CustomResourceDefinitionSpec spec, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        var hoisted = HoistedSpec.Of(spec);
        ValidateGroup(spec.Group, path.Child("group"), errors);
        OneOf(spec.Scope, ["Cluster", "Namespaced"], path.Child("scope"), errors);
        ValidateSchemas(hoisted, tolerance, path, errors);
        if (spec.PreserveUnknownFields)
        {
            ValidatePreserving(spec, path, errors);
        }

        ValidateVersions(hoisted, tolerance, path, errors);
        ValidateNames(spec.Names, path.Child("names"), errors);
        SchemaValidation.Validate(hoisted.Schema, hoisted.AnyHasStatus, tolerance, path.Child("validation"), errors);
        DefinitionVersionValidation.ValidateSubresources(hoisted.Subresources, path.Child("subresources"), errors);
        DefinitionVersionValidation.ValidateColumns(hoisted.Columns, path.Child("additionalPrinterColumns"), errors);
        if (hoisted.SelectableFields.Count > 0)
        {
            SelectableFieldValidation.Validate(
                hoisted.SelectableFields, hoisted.Schema, "selectableFields may only be set when validations.schema is included", path.Child("selectableFields"), errors);
        }

        ConversionValidation.Validate(spec.Conversion, tolerance, path.Child("conversion"), errors);
    }

    public static void OneOf(string value, IReadOnlyList<string> accepted, FieldPath path, FieldErrors errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
        }
        else if (!accepted.Contains(value))
        {
            errors.NotSupported(path, value, accepted);
        }
    }

    private static void ValidateGroup(string group, FieldPath path, FieldErrors errors)
    {
        if (group.Length == 0)
        {
            errors.Required(path);
        }
        else if (DnsNames.Subdomain(group) is { Count: > 0 } reasons)
        {
            errors.Invalid(path, group, string.Join(',', reasons));
        }
        else if (!group.Contains('.', StringComparison.Ordinal))
        {
            errors.Invalid(path, group, "should be a domain with at least one dot");
        }
    }

    private static void ValidateSchemas(HoistedSpec spec, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        if (spec.Schema is not null)
        {
            return;
        }

        foreach (var (i, version) in spec.Versions.Index().Where(v => v.Item.Schema?.OpenAPIV3Schema is null))
        {
            var schema = path.Child("versions").Index(i).Child("schema").Child("openAPIV3Schema");
            if (!tolerance.MissingSchemas)
            {
                errors.Required(schema, "schemas are required");
            }
            else if (version.Served)
            {
                errors.Required(schema, "because otherwise all fields are pruned");
            }
        }
    }

    private static void ValidatePreserving(CustomResourceDefinitionSpec spec, FieldPath path, FieldErrors errors)
    {
        if ((spec.Versions ?? []).Any(v => SchemaNode.Of(v.Schema?.OpenAPIV3Schema)?.Descendants().Any(n => n.Props.Default is not null) == true))
        {
            errors.Invalid(path.Child("preserveUnknownFields"), true, "must be false in order to use defaults in the schema");
        }

        if (spec.Conversion is { Strategy: not "None" } conversion)
        {
            errors.Invalid(path.Child("conversion").Child("strategy"), conversion.Strategy, "must be None if spec.preserveUnknownFields is true");
        }
    }

    private static void ValidateVersions(HoistedSpec spec, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        var list = path.Child("versions");
        foreach (var (i, version) in spec.Versions.Index())
        {
            ValidateLabel(version.Name, list.Index(i).Child("name"), errors);
            DefinitionVersionValidation.Validate(version, spec.HasStatus(version), tolerance, list.Index(i), errors);
        }

        if (spec.Versions.Select(v => v.Name).Distinct().Count() < spec.Versions.Count)
        {
            errors.Invalid(list, DefinitionGoText.Of(spec.Versions), "must contain unique version names");
        }

        if (spec.Versions.Count(v => v.Storage) != 1)
        {
            errors.Invalid(list, DefinitionGoText.Of(spec.Versions), "must have exactly one version marked as storage version");
        }

        // The first version's name is checked once more in the field that it had in an older API.
        if (spec.Versions is [{ Name.Length: > 0 } first, ..])
        {
            ValidateLabel(first.Name, path.Child("version"), errors);
        }
    }

    private static void ValidateLabel(string name, FieldPath path, FieldErrors errors)
    {
        if (DnsNames.Label1035(name) is { Count: > 0 } reasons)
        {
            errors.Invalid(path, name, string.Join(',', reasons));
        }
    }

    private static void ValidateNames(CustomResourceDefinitionNames names, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, value) in new[] { ("plural", names.Plural), ("singular", names.Singular), ("kind", names.Kind), ("listKind", names.ListKind) })
        {
            if (string.IsNullOrEmpty(value))
            {
                errors.Required(path.Child(name));
            }
        }

        DefinitionNamesValidation.Validate(names, path, errors);
    }
}
