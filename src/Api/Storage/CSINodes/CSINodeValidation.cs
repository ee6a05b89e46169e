using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Storage;

internal static class CSINodeValidation
{
    private const int MaxNodeIdLength = 256;

    public static void Validate(CSINode node, FieldErrors errors)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var (i, driver) in (node.Spec.Drivers ?? []).Index())
        {
            Validate(driver, names, FieldPath.Of("spec").Child("drivers").Index(i), errors);
        }
    }

    /// <summary>A driver that stays may not change. Kubernetes checks an update twice; clients see each cause twice.</summary>
    public static void ValidateUpdate(CSINode next, CSINode previous, FieldErrors errors)
    {
        Validate(next, errors);
        Validate(next, errors);
        foreach (var driver in next.Spec.Drivers ?? [])
        {
            if ((previous.Spec.Drivers ?? []).Any(d => d.Name == driver.Name && !ApiEquality.Same(d, driver)))
            {
                errors.Invalid(FieldPath.Of("CSINodeDriver"), Text(driver), FieldErrorsExtensions.ImmutableMessage);
            }
        }
    }

    private static void Validate(CSINodeDriver driver, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        DriverNames.Validate(driver.Name, path.Child("name"), errors);
        if (driver.NodeID.Length == 0)
        {
            errors.Required(path.Child("nodeID"));
        }
        else if (Encoding.UTF8.GetByteCount(driver.NodeID) > MaxNodeIdLength)
        {
            errors.Invalid(path.Child("nodeID"), driver.NodeID, $"must be {MaxNodeIdLength} characters or less");
        }

        if (driver.Allocatable?.Count is < 0 and var count)
        {
            errors.Invalid(path.Child("allocatable").Child("count"), count, "must be greater than or equal to 0");
        }

        if (!names.Add(driver.Name))
        {
            errors.Duplicate(path.Child("name"), driver.Name);
        }

        ValidateTopologyKeys(driver.TopologyKeys ?? [], path, errors);
    }

    private static void ValidateTopologyKeys(IReadOnlyList<string> keys, FieldPath path, FieldErrors errors)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (key.Length == 0)
            {
                errors.Required(path);
            }

            if (!seen.Add(key))
            {
                errors.Duplicate(path, key);
            }

            errors.InvalidAll(path, key, LabelSyntax.QualifiedName(key));
        }
    }

    private static GoText Text(CSINodeDriver driver) => new(
        $"storage.CSINodeDriver{{Name:{GoText.Quote(driver.Name)}, NodeID:{GoText.Quote(driver.NodeID)}, TopologyKeys:{GoText.List("string", driver.TopologyKeys)}, "
        + $"Allocatable:{GoText.Pointer("storage.VolumeNodeResources", driver.Allocatable)}}}");
}
