using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>The claim that an ephemeral volume brings along.</summary>
internal static class ClaimTemplateValidation
{
    private static readonly string[] AccessModes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"];

    public static void Validate(PersistentVolumeClaimTemplate template, FieldPath path, FieldErrors errors)
    {
        ValidateMetadata(template.Metadata, path, errors);
        ValidateSpec(template.Spec, path.Child("spec"), errors);
    }

    private static void ValidateMetadata(ObjectMeta metadata, FieldPath path, FieldErrors errors)
    {
        AnnotationValidation.Validate(metadata.Annotations, path.Child("metadata").Child("annotations"), errors);
        LabelValidation.Validate(metadata.Labels, path.Child("metadata").Child("labels"), errors);
        foreach (var (name, value) in new (string, object?)[]
        {
            ("name", metadata.Name), ("generateName", metadata.GenerateName), ("namespace", metadata.Namespace), ("selfLink", metadata.SelfLink), ("uID", metadata.Uid),
            ("resourceVersion", metadata.ResourceVersion), ("generation", metadata.Generation == 0 ? null : metadata.Generation), ("creationTimestamp", metadata.CreationTimestamp),
            ("deletionTimestamp", metadata.DeletionTimestamp), ("deletionGracePeriodSeconds", metadata.DeletionGracePeriodSeconds),
            ("ownerReferences", metadata.OwnerReferences), ("finalizers", metadata.Finalizers), ("managedFields", metadata.ManagedFields),
        })
        {
            if (value is not null)
            {
                errors.Forbidden(path.Child("metadata").Child(name), "cannot be set");
            }
        }
    }

    private static void ValidateSpec(PersistentVolumeClaimSpec spec, FieldPath path, FieldErrors errors)
    {
        ValidateAccessModes(spec.AccessModes.OrEmpty(), path.Child("accessModes"), errors);
        LabelSelectorValidation.Validate(spec.Selector, path.Child("selector"), errors);
        ValidateStorage(spec.Resources.Requests.OrEmpty(), path.Child("resources").Key("storage"), errors);
        if (!string.IsNullOrEmpty(spec.StorageClassName))
        {
            errors.Subdomain(path.Child("storageClassName"), spec.StorageClassName);
        }

        errors.OneOfOrEmpty(path.Child("volumeMode"), spec.VolumeMode, "Block", "Filesystem");
        if (spec.DataSource is { } source)
        {
            ValidateSource(source.ApiGroup, source.Kind, source.Name, path.Child("dataSource"), errors);
        }

        if (spec.DataSourceRef is { } reference)
        {
            ValidateSource(reference.ApiGroup, reference.Kind, reference.Name, path.Child("dataSourceRef"), errors);
            if (!string.IsNullOrEmpty(reference.Namespace))
            {
                errors.AllInvalid(path.Child("dataSourceRef").Child("namespace"), reference.Namespace, DnsNames.Label(reference.Namespace));
            }
        }

        if (spec is { DataSource: { } a, DataSourceRef: { } b } && (!string.IsNullOrEmpty(b.Namespace) || (a.ApiGroup, a.Kind, a.Name) != (b.ApiGroup, b.Kind, b.Name)))
        {
            errors.Invalid(path, new GoText(path.Child("dataSource").ToString()),
                string.IsNullOrEmpty(b.Namespace) ? "must match dataSourceRef" : "may not be specified when dataSourceRef.namespace is specified");
        }
    }

    private static void ValidateAccessModes(IReadOnlyList<string> modes, FieldPath path, FieldErrors errors)
    {
        if (modes.Count == 0)
        {
            errors.Required(path, "at least 1 access mode is required");
        }

        foreach (var mode in modes)
        {
            errors.OneOfOrEmpty(path, mode, AccessModes);
        }

        if (modes.Contains("ReadWriteOncePod") && modes.Any(static m => m != "ReadWriteOncePod" && AccessModes.Contains(m)))
        {
            errors.Forbidden(path, "may not use ReadWriteOncePod with other access modes");
        }
    }

    private static void ValidateStorage(IReadOnlyDictionary<string, Quantity> requests, FieldPath path, FieldErrors errors)
    {
        if (!requests.TryGetValue("storage", out var storage))
        {
            errors.Required(path);
        }
        else if (storage.Sign <= 0)
        {
            errors.Invalid(path, storage, "must be greater than zero");
        }
    }

    private static void ValidateSource(string? group, string kind, string name, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("name"), name);
        errors.Present(path.Child("kind"), kind);
        if (string.IsNullOrEmpty(group))
        {
            if (kind != "PersistentVolumeClaim")
            {
                errors.Invalid(path, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
            }
        }
        else
        {
            errors.AllInvalid(path.Child("apiGroup"), group, DnsNames.Subdomain(group));
        }
    }
}
