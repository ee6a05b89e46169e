using ActorKube.Api.Kinds;
using ActorKube.Api.Scheduling;

namespace ActorKube.Api.Storage;

internal static class StorageClassKind
{
    public static readonly Kind<StorageClass> Kind = new()
    {
        Group = "storage.k8s.io",
        Version = "v1",
        Name = "StorageClass",
        Plural = "storageclasses",
        ReturnsDeleted = true,
        ShortNames = ["sc"],
        Namespaced = false,
        OnDefault = static value => value with
        {
            ReclaimPolicy = value.ReclaimPolicy ?? "Delete",
            VolumeBindingMode = value.VolumeBindingMode ?? "Immediate",
        },
        OnValidate = StorageClassValidation.Validate,
        OnValidateUpdate = StorageClassValidation.ValidateUpdate,
        OnWarnings = static (value, _) => Warnings(value),
        TableColumns = StorageClassColumns.All,
    };

    private static IReadOnlyList<string> Warnings(StorageClass value) =>
    [
        .. from term in (value.AllowedTopologies ?? []).Index()
           from expression in (term.Item.MatchLabelExpressions ?? []).Index()
           from warning in DeprecatedNodeLabels.Warnings(
               $"allowedTopologies[{term.Index}].matchLabelExpressions[{expression.Index}].key", [expression.Item.Key])
           select warning,
    ];
}
