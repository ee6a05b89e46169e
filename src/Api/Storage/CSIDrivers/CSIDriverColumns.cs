using ActorKube.Api.Kinds;

namespace ActorKube.Api.Storage;

internal static class CSIDriverColumns
{
    public static readonly IReadOnlyList<Column<CSIDriver>> All =
    [
        Column<CSIDriver>.NameColumn,
        new("AttachRequired", "boolean", "", "Whether volumes are attached before they are mounted.", 0, static (d, _) => d.Spec.AttachRequired ?? true),
        new("PodInfoOnMount", "boolean", "", "Whether the driver is told which pod a volume is for.", 0, static (d, _) => d.Spec.PodInfoOnMount ?? false),
        new("StorageCapacity", "boolean", "", "Whether scheduling asks for the capacity that the driver reports.", 0, static (d, _) => d.Spec.StorageCapacity ?? false),
        new("TokenRequests", "Audiences of the tokens that the driver gets for a pod.", static d => Audiences(d.Spec.TokenRequests)),
        new("RequiresRepublish", "boolean", "", "Whether mounted volumes are published again from time to time.", 0, static (d, _) => d.Spec.RequiresRepublish ?? false),
        new("Modes", "Kinds of volumes that the driver makes.", static d => Modes(d.Spec.VolumeLifecycleModes)),
        Column<CSIDriver>.AgeColumn,
    ];

    private static string Audiences(IReadOnlyList<TokenRequest>? requests) =>
        requests is null ? "<unset>" : string.Join(',', requests.Select(r => r.Audience));

    private static string Modes(IReadOnlyList<string>? modes) => modes is { Count: > 0 } ? string.Join(',', modes) : "<none>";
}
