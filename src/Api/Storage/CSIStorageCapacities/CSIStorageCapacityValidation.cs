using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Storage;

internal static class CSIStorageCapacityValidation
{
    private static readonly FieldPath Topology = FieldPath.Of("nodeTopology");
    private static readonly FieldPath ClassName = FieldPath.Of("storageClassName");

    public static void Validate(CSIStorageCapacity value, FieldErrors errors, bool allowInvalidValues)
    {
        LabelSelectorValidation.Validate(value.NodeTopology, Topology, errors, allowInvalidValues);
        errors.InvalidAll(ClassName, value.StorageClassName, DnsNames.Subdomain(value.StorageClassName));
        if (value.Capacity is { Sign: < 0 } capacity)
        {
            errors.Invalid(FieldPath.Of("capacity"), capacity, "must be greater than or equal to 0");
        }
    }

    public static void ValidateUpdate(CSIStorageCapacity next, CSIStorageCapacity previous, FieldErrors errors)
    {
        Validate(next, errors, LabelSelectorValidation.HasInvalidValue(previous.NodeTopology));
        if (!ApiEquality.Same(next.NodeTopology, previous.NodeTopology))
        {
            errors.Invalid(Topology, SelectorGoText.Of(next.NodeTopology), FieldErrorsExtensions.ImmutableMessage);
        }

        errors.Immutable(ClassName, next.StorageClassName, previous.StorageClassName);
    }
}
