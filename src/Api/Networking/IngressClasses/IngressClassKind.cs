using ActorKube.Api.Kinds;

namespace ActorKube.Api.Networking;

internal static class IngressClassKind
{
    public static readonly Kind<IngressClass> Kind = new()
    {
        Group = "networking.k8s.io",
        Version = "v1",
        Name = "IngressClass",
        Plural = "ingressclasses",
        Namespaced = false,
        HasGeneration = true,
        Spec = static value => value.Spec,
        OnDefault = static value => value.Spec.Parameters is { Scope: null } parameters
            ? value with { Spec = value.Spec with { Parameters = parameters with { Scope = "Cluster" } } }
            : value,
        OnValidate = IngressClassValidation.Validate,
        OnValidateUpdate = IngressClassValidation.ValidateUpdate,
        TableColumns =
        [
            Column<IngressClass>.NameColumn,
            new("Controller", "Controller that serves ingresses of the class.", static c => c.Spec.Controller ?? ""),
            new("Parameters", "Object that configures the controller.", static c => Parameters(c.Spec.Parameters)),
            Column<IngressClass>.AgeColumn,
        ],
    };

    private static string Parameters(IngressClassParametersReference? reference) => reference switch
    {
        null => "<none>",
        { ApiGroup: { } group } => $"{reference.Kind}.{group}/{reference.Name}",
        _ => $"{reference.Kind}/{reference.Name}",
    };
}
