using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Extensions;

/// <summary>The schema of a version as a whole: rules of its root, its structure, its defaults, then every node.</summary>
internal static class SchemaValidation
{
    private const string RootFields =
        "[Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum MaxLength MinLength Pattern MaxItems MinItems UniqueItems MultipleOf "
        + "Required Items Properties ExternalDocs Example XPreserveUnknownFields XValidations]";

    public static void Validate(JSONSchemaProps? schema, bool hasStatus, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        if (SchemaNode.Of(schema) is not { } root)
        {
            return;
        }

        var before = errors.Count;
        var at = path.Child("openAPIV3Schema");
        if (hasStatus)
        {
            ValidateRoot(root, path, errors);
        }

        if (root.Props.Nullable)
        {
            errors.Forbidden(path.Child("openAPIV3Schema.nullable"), "nullable cannot be true at the root");
        }

        var unsupported = StructuralConversion.WhyImpossible(root);
        if (unsupported is null)
        {
            ValidateStructure(root, tolerance, at, errors);
        }

        SchemaRules.Validate(root, SchemaContext.Root(tolerance), at, errors);
        if (unsupported is not null && errors.Count == before)
        {
            errors.Invalid(at, "", unsupported);
        }
    }

    private static void ValidateStructure(SchemaNode root, SchemaTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        var before = errors.Count;
        StructuralValidation.Validate(root, path, errors);
        StructuralCompleteness.Validate(root, path, errors);
        if (errors.Count == before)
        {
            SchemaDefaults.Validate(root, tolerance, path, errors);
        }
    }

    /// <summary>With a status of their own, objects are replaced in two halves: their root can have no rules across both.</summary>
    private static void ValidateRoot(SchemaNode root, FieldPath path, FieldErrors errors)
    {
        var props = root.Props;
        if (props.Type is { } type && type != "object")
        {
            errors.Invalid(
                path.Child("openAPIV3Schema.type"), type, "only \"object\" is allowed as the type at the root of the schema if the status subresource is enabled");
            return;
        }

        bool[] others =
        [
            props.Id is not null, props.Schema is not null, props.Ref is not null, props.Nullable, props.Default is not null, props.Enum is not null,
            props.MaxProperties is not null, props.MinProperties is not null, root.AllOf.Count > 0, root.AnyOf.Count > 0, root.OneOf.Count > 0,
            root.Not is not null, props.AdditionalProperties is not null, props.PatternProperties is not null, props.Dependencies is not null,
            props.AdditionalItems is not null, props.Definitions is not null, props.XEmbeddedResource, props.XIntOrString, props.XListMapKeys is not null,
            props.XListType is not null, props.XMapType is not null,
        ];
        if (others.Contains(true))
        {
            errors.Invalid(
                path.Child("openAPIV3Schema"),
                new GoText("apiextensions.JSONSchemaProps{}"),
                $"only {RootFields} fields are allowed at the root of the schema if the status subresource is enabled");
        }
    }
}
