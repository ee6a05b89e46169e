using ActorKube.Api.Kinds;

namespace ActorKube.Api.Extensions;

internal static class CustomResourceDefinitionKind
{
    public static readonly Kind<CustomResourceDefinition> Kind = new()
    {
        Group = "apiextensions.k8s.io",
        Version = "v1",
        Name = "CustomResourceDefinition",
        Plural = "customresourcedefinitions",
        ShortNames = ["crd", "crds"],
        Categories = ["api-extensions"],
        Namespaced = false,
        HasStatus = true,
        HasGeneration = true,
        UnconditionalUpdate = false,
        Spec = static value => value.Spec,
        OnDecode = static value => CheckSchemas(value.Spec),
        OnDefault = static value => value with { Spec = CustomResourceDefinitionDefaults.Apply(value.Spec) },
        OnCreate = static value => AddStorageVersion(value with { Status = new() }),
        OnUpdate = static (next, previous) => AddStorageVersion(next with { Status = previous.Status }),
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = CustomResourceDefinitionValidation.ValidateCreate,
        OnValidateUpdate = CustomResourceDefinitionValidation.ValidateUpdate,
        OnValidateStatusUpdate = static (next, _, errors) => CustomResourceDefinitionValidation.ValidateStatus(next.Status, errors),
        TableColumns = CreatedAtTable.Of<CustomResourceDefinition>(),
    };

    /// <exception cref="Serialization.ApiDecodeException">A part of a schema that has several shapes is of none of them.</exception>
    private static void CheckSchemas(CustomResourceDefinitionSpec spec)
    {
        foreach (var version in spec.Versions ?? [])
        {
            SchemaNode.Of(version.Schema?.OpenAPIV3Schema);
        }
    }

    /// <summary>The version that objects are stored in from now on is one that they may be stored in.</summary>
    private static CustomResourceDefinition AddStorageVersion(CustomResourceDefinition value)
    {
        var stored = value.Status.StoredVersions ?? [];
        return value.Spec.Versions?.FirstOrDefault(v => v.Storage)?.Name is { } name && !stored.Contains(name)
            ? value with { Status = value.Status with { StoredVersions = [.. stored, name] } }
            : value;
    }
}
