using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>Warns of an old annotation, and of sizes that aren't whole bytes.</summary>
internal static class PersistentVolumeClaimWarnings
{
    public static IReadOnlyList<string> Of(PersistentVolumeClaim claim)
    {
        List<string> warnings = [];
        if (claim.Metadata.Annotations?.ContainsKey(StorageNames.ClassAnnotation) ?? false)
        {
            warnings.Add($"metadata.annotations[{StorageNames.ClassAnnotation}]: deprecated since v1.8; use \"storageClassName\" attribute instead");
        }

        Check("requests", claim.Spec.Resources.Requests);
        Check("limits", claim.Spec.Resources.Limits);
        return warnings;

        void Check(string field, IReadOnlyDictionary<string, Quantity>? amounts)
        {
            if (amounts?.GetValueOrDefault(ResourceNames.Storage) is { } size && size.MilliValue() % 1000 != 0)
            {
                warnings.Add($"spec.resources.{field}[storage]: fractional byte value \"{size}\" is invalid, must be an integer");
            }
        }
    }
}
