using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Finalizers and phases of namespaces.</summary>
internal static class NamespaceValidation
{
    private static readonly FieldPath FinalizersPath = FieldPath.Of("spec").Child("finalizers");

    public static void Validate(Namespace ns, FieldErrors errors)
    {
        foreach (var finalizer in ns.Spec.Finalizers ?? [])
        {
            ValidateFinalizer(finalizer, FinalizersPath, errors);
        }
    }

    public static void ValidateUpdate(Namespace next, Namespace previous, FieldErrors errors)
    {
        ObjectMetaValidation.ValidateCreate(next.Metadata, NamespaceKind.Kind, errors);
        Validate(next, errors);
    }

    public static void ValidateStatus(Namespace next, FieldErrors errors)
    {
        var (required, condition) = next.Metadata.DeletionTimestamp is null ? (NamespaceDefaults.Active, "empty") : (NamespaceDefaults.Terminating, "not empty");
        if (next.Status.Phase != required)
        {
            errors.Invalid(FieldPath.Of("status").Child("Phase"), next.Status.Phase ?? "", $"may only be '{required}' if `deletionTimestamp` is {condition}");
        }
    }

    public static void ValidateFinalize(Namespace next, FieldErrors errors)
    {
        for (var i = 0; next.Spec.Finalizers is { } finalizers && i < finalizers.Count; i++)
        {
            ValidateFinalizer(finalizers[i], FinalizersPath.Index(i), errors);
        }
    }

    private static void ValidateFinalizer(string finalizer, FieldPath path, FieldErrors errors)
    {
        errors.InvalidAll(path, finalizer, LabelSyntax.QualifiedName(finalizer));
        FinalizerValidation.ValidateKnown(finalizer, path, errors);
    }
}
