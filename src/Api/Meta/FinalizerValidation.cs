using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>Names of finalizers.</summary>
public static class FinalizerValidation
{
    public const string Orphan = "orphan";
    public const string ForegroundDeletion = "foregroundDeletion";
    public const string Kubernetes = "kubernetes";

    /// <summary>Groups in which a finalizer without a domain must be one that Kubernetes knows.</summary>
    private static readonly HashSet<string> StrictGroups =
    [
        "", "apps", "autoscaling", "batch", "certificates.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io",
        "networking.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "storage.k8s.io",
    ];

    public static void Validate(IReadOnlyList<string>? finalizers, FieldPath path, FieldErrors errors)
    {
        foreach (var finalizer in finalizers ?? [])
        {
            errors.InvalidAll(path, finalizer, LabelSyntax.QualifiedName(finalizer));
        }

        if (finalizers is not null && finalizers.Contains(Orphan) && finalizers.Contains(ForegroundDeletion))
        {
            errors.Invalid(path, GoText.List("string", finalizers), $"finalizer {Orphan} and {ForegroundDeletion} cannot be both set");
        }
    }

    /// <summary>The rule of Kubernetes' own groups on top of the syntax.</summary>
    public static void ValidateForGroup(IReadOnlyList<string>? finalizers, string group, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; finalizers is not null && StrictGroups.Contains(group) && i < finalizers.Count; i++)
        {
            ValidateKnown(finalizers[i], path.Index(i), errors);
        }
    }

    /// <summary>A finalizer without a domain must be one that Kubernetes knows.</summary>
    public static void ValidateKnown(string finalizer, FieldPath path, FieldErrors errors)
    {
        if (!finalizer.Contains('/', StringComparison.Ordinal) && finalizer is not (Kubernetes or Orphan or ForegroundDeletion))
        {
            errors.Invalid(path, finalizer, "name is neither a standard finalizer name nor is it fully qualified");
        }
    }

    /// <summary>An object that is being deleted gets no more finalizers.</summary>
    public static void ValidateNoneAdded(IReadOnlyList<string>? next, IReadOnlyList<string>? previous, FieldPath path, FieldErrors errors)
    {
        var added = (next ?? []).Except(previous ?? []).Order(StringComparer.Ordinal).ToList();
        if (added.Count > 0)
        {
            errors.Forbidden(path, $"no new finalizers can be added if the object is being deleted, found new finalizers {GoText.List("string", added)}");
        }
    }
}
