using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class ConfigMapKind
{
    public static readonly Kind<ConfigMap> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "ConfigMap",
        Plural = "configmaps",
        ShortNames = ["cm"],
        OnValidate = ConfigMapValidation.Validate,
        OnValidateUpdate = ConfigMapValidation.ValidateUpdate,
        TableColumns =
        [
            Column<ConfigMap>.NameColumn,
            new("Data", "Number of entries.", static c => (c.Data?.Count ?? 0) + (c.BinaryData?.Count ?? 0)),
            Column<ConfigMap>.AgeColumn,
        ],
    };
}
