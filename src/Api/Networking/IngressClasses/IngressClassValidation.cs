using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Networking;

internal static class IngressClassValidation
{
    private const int MaxControllerLength = 250;

    private static readonly FieldPath Controller = FieldPath.Of("spec").Child("controller");
    private static readonly FieldPath Parameters = FieldPath.Of("spec").Child("parameters");

    public static void Validate(IngressClass value, FieldErrors errors)
    {
        ValidateController(value.Spec.Controller ?? "", errors);
        if (value.Spec.Parameters is { } parameters)
        {
            ValidateParameters(parameters, errors);
        }
    }

    public static void ValidateUpdate(IngressClass next, IngressClass previous, FieldErrors errors)
    {
        errors.Immutable(Controller, next.Spec.Controller ?? "", previous.Spec.Controller ?? "");
        Validate(next, errors);
    }

    /// <summary>A domain and a path below it.</summary>
    private static void ValidateController(string controller, FieldErrors errors)
    {
        if (controller.Length > MaxControllerLength)
        {
            errors.TooLong(Controller, MaxControllerLength);
        }

        if (controller.Length == 0)
        {
            errors.Required(Controller);
            return;
        }

        var slash = controller.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == controller.Length - 1)
        {
            errors.Invalid(Controller, controller, "must be a domain-prefixed path (such as \"acme.io/foo\")");
            return;
        }

        var (host, path) = (controller[..slash], controller[(slash + 1)..]);
        errors.InvalidAll(Controller, host, DnsNames.Subdomain(host));
        if (!Characters.Only(path, Characters.HttpPath))
        {
            errors.Invalid(Controller, path, SyntaxMessages.Pattern("Invalid path", "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+"));
        }
    }

    private static void ValidateParameters(IngressClassParametersReference parameters, FieldErrors errors)
    {
        TypedReferenceValidation.Validate(parameters.ApiGroup, parameters.Kind, parameters.Name, Parameters, errors);
        var path = Parameters.Child("namespace");
        switch (parameters.Scope, parameters.Namespace)
        {
            case (null, _):
                errors.Required(Parameters.Child("scope"));
                break;
            case ("Namespace", null):
                errors.Required(path, "`parameters.scope` is set to 'Namespace'");
                break;
            case ("Namespace", { } name):
                errors.InvalidAll(path, name, DnsNames.Label(name));
                break;
            case ("Cluster", not null):
                errors.Forbidden(path, "`parameters.scope` is set to 'Cluster'");
                break;
            case ("Cluster", null):
                break;
            default:
                errors.NotSupported(Parameters.Child("scope"), parameters.Scope, ["Cluster", "Namespace"]);
                break;
        }
    }
}
