using ActorKube.Api.Kinds;

namespace ActorKube.Api.Storage;

internal static class VolumeAttachmentKind
{
    public static readonly Kind<VolumeAttachment> Kind = new()
    {
        Group = "storage.k8s.io",
        Version = "v1",
        Name = "VolumeAttachment",
        Plural = "volumeattachments",
        ReturnsDeleted = true,
        Namespaced = false,
        HasStatus = true,
        UnconditionalUpdate = false,
        OnCreate = static value => value with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        // A status write changes no metadata.
        OnStatusUpdate = static (next, previous) => previous with { Status = next.Status },
        OnValidate = VolumeAttachmentValidation.ValidateCreate,
        OnValidateUpdate = VolumeAttachmentValidation.ValidateUpdate,
        OnValidateStatusUpdate = VolumeAttachmentValidation.ValidateUpdate,
        TableColumns =
        [
            Column<VolumeAttachment>.NameColumn,
            new("Attacher", "string", "name", "Driver that attaches the volume.", 0, static (a, _) => a.Spec.Attacher),
            new("PV", "Volume that is attached.", static a => a.Spec.Source.PersistentVolumeName ?? ""),
            new("Node", "Node to which the volume is attached.", static a => a.Spec.NodeName),
            new("Attached", "boolean", "", "Whether the driver has attached the volume.", 0, static (a, _) => a.Status.Attached),
            Column<VolumeAttachment>.AgeColumn,
        ],
    };
}
