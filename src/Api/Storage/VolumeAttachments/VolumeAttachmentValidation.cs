using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Storage;

internal static class VolumeAttachmentValidation
{
    private const int MaxMetadataBytes = 256 * 1024;
    private const int MaxMessageLength = 1024;
    private const string ExactlyOne = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";

    private static readonly FieldPath Spec = FieldPath.Of("spec");
    private static readonly FieldPath Status = FieldPath.Of("status");

    public static void ValidateCreate(VolumeAttachment value, FieldErrors errors)
    {
        Validate(value, errors);
        DriverNames.Validate(value.Spec.Attacher, Spec.Child("attacher"), errors);
        if (value.Spec.Source.PersistentVolumeName is { } name)
        {
            errors.InvalidAll(Spec.Child("source").Child("persistentVolumeName"), name, DnsNames.Subdomain(name));
        }
    }

    /// <summary>Kubernetes checks an update twice; clients see each cause twice.</summary>
    public static void ValidateUpdate(VolumeAttachment next, VolumeAttachment previous, FieldErrors errors)
    {
        Validate(next, errors);
        Validate(next, errors);
        if (!ApiEquality.Same(next.Spec, previous.Spec))
        {
            errors.Invalid(Spec, Text(next.Spec), FieldErrorsExtensions.ImmutableMessage);
        }
    }

    private static void Validate(VolumeAttachment value, FieldErrors errors)
    {
        if (value.Spec.Attacher.Length == 0)
        {
            errors.Required(Spec.Child("attacher"));
        }

        ValidateSource(value.Spec.Source, Spec.Child("source"), errors);
        errors.InvalidAll(Spec.Child("nodeName"), value.Spec.NodeName, DnsNames.Subdomain(value.Spec.NodeName));
        ValidateStatus(value.Status, errors);
    }

    private static void ValidateSource(VolumeAttachmentSource source, FieldPath path, FieldErrors errors)
    {
        switch (source)
        {
            case { InlineVolumeSpec: null, PersistentVolumeName: null }:
                errors.Required(path, ExactlyOne);
                break;
            case { InlineVolumeSpec: not null, PersistentVolumeName: not null }:
                errors.Forbidden(path, ExactlyOne);
                break;
            case { PersistentVolumeName: "" }:
                errors.Required(path.Child("persistentVolumeName"), "must specify non empty persistentVolumeName");
                break;
            case { InlineVolumeSpec: { } inline }:
                InlineVolumeValidation.Validate(inline, path.Child("inlineVolumeSpec"), errors);
                break;
        }
    }

    private static void ValidateStatus(VolumeAttachmentStatus status, FieldErrors errors)
    {
        var bytes = status.AttachmentMetadata?.Sum(e => Encoding.UTF8.GetByteCount(e.Key) + Encoding.UTF8.GetByteCount(e.Value)) ?? 0;
        if (bytes > MaxMetadataBytes)
        {
            errors.TooLong(Status.Child("attachmentMetadata"), MaxMetadataBytes);
        }

        ValidateError(status.AttachError, Status.Child("attachError"), errors);
        ValidateError(status.DetachError, Status.Child("detachError"), errors);
    }

    private static void ValidateError(VolumeError? error, FieldPath path, FieldErrors errors)
    {
        if (error?.Message is { } message && Encoding.UTF8.GetByteCount(message) > MaxMessageLength)
        {
            // Kubernetes names the wrong limit here.
            errors.TooLong(path.Child("message"), MaxMetadataBytes);
        }
    }

    private static GoText Text(VolumeAttachmentSpec spec) => new(
        $"storage.VolumeAttachmentSpec{{Attacher:{GoText.Quote(spec.Attacher)}, Source:storage.VolumeAttachmentSource{{"
        + $"PersistentVolumeName:{GoText.Pointer("string", spec.Source.PersistentVolumeName)}, "
        + $"InlineVolumeSpec:{GoText.Pointer("core.PersistentVolumeSpec", spec.Source.InlineVolumeSpec)}}}, NodeName:{GoText.Quote(spec.NodeName)}}}");
}
