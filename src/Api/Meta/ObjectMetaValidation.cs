using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>
/// The rules that metadata of every kind follows. Kubernetes checks an update twice, once for all kinds and once for its kind, and reports
/// what both find; clients see those causes repeated, so they are repeated here.
/// </summary>
public static class ObjectMetaValidation
{
    private static readonly FieldPath Path = FieldPath.Of("metadata");

    /// <summary>Groups whose kinds leave an update's metadata to the check for all kinds.</summary>
    private static readonly HashSet<string> GroupsCheckedOnce = ["admissionregistration.k8s.io", "discovery.k8s.io", "flowcontrol.apiserver.k8s.io", "policy"];

    /// <summary>The core kinds that do so.</summary>
    private static readonly HashSet<string> CoreCheckedOnce = ["events", "limitranges", "persistentvolumes"];

    /// <summary>Checks a new object. Its name is generated already.</summary>
    public static void ValidateCreate(ObjectMeta meta, Kind kind, FieldErrors errors)
    {
        Validate(meta, kind.NameRule, kind.Namespaced, errors);
        FinalizerValidation.ValidateForGroup(meta.Finalizers, kind.Group, Path.Child("finalizers"), errors);
    }

    /// <summary>Checks an update, after uid, creation and deletion times were carried over from <paramref name="previous"/> where the client left them open.</summary>
    public static void ValidateUpdate(ObjectMeta next, ObjectMeta previous, Kind kind, FieldErrors errors)
    {
        Validate(next, NameRules.PathSegment, kind.Namespaced, errors);
        ValidateChange(next, previous, errors);
        if (!IsCheckedOnce(kind))
        {
            ValidateChange(next, previous, errors);
            FinalizerValidation.ValidateForGroup(next.Finalizers, kind.Group, Path.Child("finalizers"), errors);
        }
    }

    private static bool IsCheckedOnce(Kind kind) => kind.Group.Length == 0 ? CoreCheckedOnce.Contains(kind.Plural) : GroupsCheckedOnce.Contains(kind.Group);

    private static void Validate(ObjectMeta meta, Func<string, bool, IReadOnlyList<string>> nameRule, bool namespaced, FieldErrors errors)
    {
        ValidateName(meta, nameRule, errors);
        ValidateNamespace(meta.Namespace, namespaced, errors);
        if (meta.Generation < 0)
        {
            errors.Invalid(Path.Child("generation"), meta.Generation, "must be greater than or equal to 0");
        }

        ValidateParts(meta, errors);
        FinalizerValidation.Validate(meta.Finalizers, Path.Child("finalizers"), errors);
    }

    private static void ValidateParts(ObjectMeta meta, FieldErrors errors)
    {
        LabelValidation.Validate(meta.Labels, Path.Child("labels"), errors);
        AnnotationValidation.Validate(meta.Annotations, Path.Child("annotations"), errors);
        OwnerReferenceValidation.Validate(meta.OwnerReferences, Path.Child("ownerReferences"), errors);
        ManagedFieldsValidation.Validate(meta.ManagedFields, Path.Child("managedFields"), errors);
    }

    private static void ValidateName(ObjectMeta meta, Func<string, bool, IReadOnlyList<string>> rule, FieldErrors errors)
    {
        if (meta.GenerateName is { } prefix)
        {
            errors.InvalidAll(Path.Child("generateName"), prefix, rule(prefix, true));
        }

        if (meta.Name is not { Length: > 0 } name)
        {
            errors.Required(Path.Child("name"), "name or generateName is required");
        }
        else
        {
            errors.InvalidAll(Path.Child("name"), name, rule(name, false));
        }
    }

    private static void ValidateNamespace(string? name, bool namespaced, FieldErrors errors)
    {
        var path = Path.Child("namespace");
        switch (namespaced, name)
        {
            case (true, null or ""):
                errors.Required(path);
                break;
            case (true, _):
                errors.InvalidAll(path, name, DnsNames.Label(name));
                break;
            case (false, { Length: > 0 }):
                errors.Forbidden(path, "not allowed on this type");
                break;
        }
    }

    private static void ValidateChange(ObjectMeta next, ObjectMeta previous, FieldErrors errors)
    {
        if (previous.DeletionTimestamp is not null)
        {
            FinalizerValidation.ValidateNoneAdded(next.Finalizers, previous.Finalizers, Path.Child("finalizers"), errors);
        }

        if (string.IsNullOrEmpty(next.ResourceVersion))
        {
            errors.Invalid(Path.Child("resourceVersion"), "", "must be specified for an update");
        }

        if (next.Generation < previous.Generation)
        {
            errors.Invalid(Path.Child("generation"), next.Generation, "must not be decremented");
        }

        errors.Immutable(Path.Child("name"), next.Name ?? "", previous.Name ?? "");
        errors.Immutable(Path.Child("namespace"), next.Namespace ?? "", previous.Namespace ?? "");
        errors.Immutable(Path.Child("uid"), next.Uid ?? "", previous.Uid ?? "");
        errors.Immutable(Path.Child("creationTimestamp"), next.CreationTimestamp, previous.CreationTimestamp);
        errors.Immutable(Path.Child("deletionTimestamp"), next.DeletionTimestamp, previous.DeletionTimestamp);
        errors.Immutable(Path.Child("deletionGracePeriodSeconds"), next.DeletionGracePeriodSeconds, previous.DeletionGracePeriodSeconds);
        ValidateParts(next, errors);
    }
}
