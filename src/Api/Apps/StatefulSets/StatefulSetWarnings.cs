using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Apps;

internal static class StatefulSetWarnings
{
    private const string Storage = "storage";

    public static IReadOnlyList<string> Of(StatefulSet value, StatefulSet? previous) =>
    [
        .. WorkloadWarnings.Template(value, previous, static s => s.Spec.Template),
        .. (value.Spec.VolumeClaimTemplates ?? []).SelectMany((claim, i) => Claim(claim.Spec, Path(i, previous))),
    ];

    /// <summary>The path that the warning names; that of an update is spelled so.</summary>
    private static FieldPath Path(int index, StatefulSet? previous)
    {
        var path = FieldPath.Of("spec").Child("volumeClaimTemplates").Index(index);
        return (previous is null ? path : path.Child("Spec")).Child("resources");
    }

    private static IEnumerable<string> Claim(PersistentVolumeClaimSpec claim, FieldPath path) =>
    [
        .. WholeBytes(claim.Resources.Requests, path.Child("requests")),
        .. WholeBytes(claim.Resources.Limits, path.Child("limits")),
    ];

    private static IEnumerable<string> WholeBytes(IReadOnlyDictionary<string, Quantity>? amounts, FieldPath path) =>
        amounts?.TryGetValue(Storage, out var amount) is true && amount.MilliValue() % 1000 != 0
            ? [$"{path.Key(Storage)}: fractional byte value \"{amount}\" is invalid, must be an integer"]
            : [];
}
