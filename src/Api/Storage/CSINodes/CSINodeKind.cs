using ActorKube.Api.Kinds;

namespace ActorKube.Api.Storage;

internal static class CSINodeKind
{
    public static readonly Kind<CSINode> Kind = new()
    {
        Group = "storage.k8s.io",
        Version = "v1",
        Name = "CSINode",
        Plural = "csinodes",
        ReturnsDeleted = true,
        Namespaced = false,
        UnconditionalUpdate = false,
        OnValidate = CSINodeValidation.Validate,
        OnValidateUpdate = CSINodeValidation.ValidateUpdate,
        TableColumns =
        [
            Column<CSINode>.NameColumn,
            new("Drivers", "integer", "", "Number of drivers on the node.", 0, static (n, _) => n.Spec.Drivers?.Count ?? 0),
            Column<CSINode>.AgeColumn,
        ],
    };
}
