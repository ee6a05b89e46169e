using ActorKube.Api.Kinds;

namespace ActorKube.Api.Networking;

internal static class IngressKind
{
    /// <summary>How a class was named before there was a field for it.</summary>
    public const string ClassAnnotation = "kubernetes.io/ingress.class";

    public static readonly Kind<Ingress> Kind = new()
    {
        Group = "networking.k8s.io",
        Version = "v1",
        Name = "Ingress",
        Plural = "ingresses",
        ShortNames = ["ing"],
        HasStatus = true,
        HasGeneration = true,
        Spec = static ingress => ingress.Spec,
        OnCreate = static ingress => ingress with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = IngressValidation.ValidateCreate,
        OnValidateUpdate = IngressValidation.ValidateUpdate,
        OnValidateStatusUpdate = static (next, _, errors) => IngressStatusValidation.Validate(next.Status, errors),
        OnWarnings = Warnings,
        TableColumns = IngressColumns.All,
    };

    private static IReadOnlyList<string> Warnings(Ingress ingress, Ingress? previous) =>
        previous is null && ingress.Spec.IngressClassName is null && ingress.Metadata.Annotations?.ContainsKey(ClassAnnotation) == true
            ? [$"annotation \"{ClassAnnotation}\" is deprecated, please use 'spec.ingressClassName' instead"]
            : [];
}
