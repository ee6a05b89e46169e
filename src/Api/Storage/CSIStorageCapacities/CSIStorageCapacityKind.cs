using ActorKube.Api.Kinds;
using ActorKube.Api.Scheduling;

namespace ActorKube.Api.Storage;

internal static class CSIStorageCapacityKind
{
    public static readonly Kind<CSIStorageCapacity> Kind = new()
    {
        Group = "storage.k8s.io",
        Version = "v1",
        Name = "CSIStorageCapacity",
        Plural = "csistoragecapacities",
        UnconditionalUpdate = false,
        OnValidate = static (value, errors) => CSIStorageCapacityValidation.Validate(value, errors, allowInvalidValues: false),
        OnValidateUpdate = CSIStorageCapacityValidation.ValidateUpdate,
        OnWarnings = static (value, _) => DeprecatedNodeLabels.Warnings("nodeTopology", value.NodeTopology),
        TableColumns =
        [
            Column<CSIStorageCapacity>.NameColumn,
            new("StorageClassName", "Class whose volumes the capacity is for.", static c => c.StorageClassName),
            new("Capacity", "Space that is free for new volumes.", static c => c.Capacity?.ToString() ?? "<unset>"),
        ],
    };
}
