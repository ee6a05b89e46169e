using ActorKube.Api.Errors;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>Warnings about volumes: drivers that are gone, parts of bytes, files in each other's way.</summary>
internal static class VolumeWarnings
{
    private static readonly (Func<Volume, object?> Source, string Field, string Message)[] Gone =
    [
        (static v => v.PhotonPersistentDisk, "photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+"),
        (static v => v.GitRepo, "gitRepo", "deprecated in v1.11"),
        (static v => v.ScaleIO, "scaleIO", "deprecated in v1.16, non-functional in v1.22+"),
        (static v => v.Flocker, "flocker", "deprecated in v1.22, non-functional in v1.25+"),
        (static v => v.Storageos, "storageOS", "deprecated in v1.22, non-functional in v1.25+"),
        (static v => v.Quobyte, "quobyte", "deprecated in v1.22, non-functional in v1.25+"),
        (static v => v.Glusterfs, "glusterfs", "deprecated in v1.25, non-functional in v1.26+"),
        (static v => v.Cephfs, "cephfs", "deprecated in v1.28, non-functional in v1.31+"),
        (static v => v.Rbd, "rbd", "deprecated in v1.28, non-functional in v1.31+"),
    ];

    public static IEnumerable<string> Of(IReadOnlyList<Volume> volumes, FieldPath path)
    {
        for (var i = 0; i < volumes.Count; i++)
        {
            var (volume, at) = (volumes[i], path.Index(i));
            foreach (var (source, field, message) in Gone)
            {
                if (source(volume) is not null)
                {
                    yield return $"{at.Child(field)}: {message}";
                }
            }

            var claim = volume.Ephemeral?.VolumeClaimTemplate?.Spec.Resources;
            var resources = at.Child("ephemeral").Child("volumeClaimTemplate").Child("spec").Child("resources");
            foreach (var warning in Fraction(claim?.Requests, resources.Child("requests")).Concat(Fraction(claim?.Limits, resources.Child("limits"))))
            {
                yield return warning;
            }
        }

        foreach (var warning in volumes.SelectMany(VolumePathWarnings.Of))
        {
            yield return warning;
        }
    }

    private static IEnumerable<string> Fraction(IReadOnlyDictionary<string, Quantity>? list, FieldPath path) =>
        list.OrEmpty().TryGetValue("storage", out var amount) && amount.MilliValue() % 1000 != 0
            ? [$"{path.Key("storage")}: fractional byte value \"{amount}\" is invalid, must be an integer"]
            : [];
}
