using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>The claim that an ephemeral volume brings along.</summary>
internal static class ClaimTemplateValidation
{
    public static void Validate(PersistentVolumeClaimTemplate template, FieldPath path, FieldErrors errors)
    {
        ValidateMetadata(template.Metadata, path, errors);
        PersistentVolumeClaimValidation.Validate(template.Spec, null, path.Child("spec"), errors);
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
}
