using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Networking;

internal static class IngressValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void ValidateCreate(Ingress ingress, FieldErrors errors)
    {
        Validate(ingress.Spec, errors, allowInvalidSecretName: false, allowInvalidWildcardRule: false);
        if (ingress.Metadata.Annotations?.GetValueOrDefault(IngressKind.ClassAnnotation) is { } annotation
            && ingress.Spec.IngressClassName is { } name && name != annotation)
        {
            errors.Invalid(FieldPath.Of("annotations").Child(IngressKind.ClassAnnotation), annotation, "must match `ingressClassName` when both are specified");
        }
    }

    public static void ValidateUpdate(Ingress next, Ingress previous, FieldErrors errors) => Validate(
        next.Spec,
        errors,
        allowInvalidSecretName: (previous.Spec.Tls ?? []).Any(tls => SecretName(tls).Count > 0),
        allowInvalidWildcardRule: (previous.Spec.Rules ?? []).Any(IsInvalidWildcardRule));

    private static void Validate(IngressSpec spec, FieldErrors errors, bool allowInvalidSecretName, bool allowInvalidWildcardRule)
    {
        if (spec.Rules is not { Count: > 0 } && spec.DefaultBackend is null)
        {
            errors.Invalid(Spec, new GoText("[]networking.IngressRule(nil)"), "either `defaultBackend` or `rules` must be specified");
        }

        if (spec.DefaultBackend is { } backend)
        {
            IngressBackendValidation.Validate(backend, Spec.Child("defaultBackend"), errors);
        }

        foreach (var (i, rule) in (spec.Rules ?? []).Index())
        {
            ValidateRule(rule, Spec.Child("rules").Index(i), errors, allowInvalidWildcardRule);
        }

        foreach (var (i, tls) in (spec.Tls ?? []).Index())
        {
            ValidateTls(tls, Spec.Child("tls").Index(i), errors, allowInvalidSecretName);
        }

        if (spec.IngressClassName is { } name)
        {
            errors.InvalidAll(Spec.Child("ingressClassName"), name, DnsNames.Subdomain(name));
        }
    }

    private static void ValidateRule(IngressRule rule, FieldPath path, FieldErrors errors, bool allowInvalidWildcardRule)
    {
        if (rule.Host is { } host)
        {
            if (Addresses.TryParseIp(host, out _))
            {
                errors.Invalid(path.Child("host"), host, "must be a DNS name, not an IP address");
            }

            ValidateHost(host, path.Child("host"), errors);
        }

        if (!IsWildcard(rule) || !allowInvalidWildcardRule)
        {
            IngressPathValidation.Validate(rule.Http, path.Child("http"), errors);
        }
    }

    private static void ValidateTls(IngressTLS tls, FieldPath path, FieldErrors errors, bool allowInvalidSecretName)
    {
        foreach (var (i, host) in (tls.Hosts ?? []).Index())
        {
            ValidateHost(host, path.Child("hosts").Index(i), errors);
        }

        if (!allowInvalidSecretName)
        {
            errors.InvalidAll(path.Child("secretName"), tls.SecretName ?? "", SecretName(tls));
        }
    }

    private static void ValidateHost(string host, FieldPath path, FieldErrors errors) => errors.InvalidAll(
        path, host, host.Contains('*', StringComparison.Ordinal) ? DnsNames.WildcardSubdomain(host) : DnsNames.Subdomain(host));

    private static IReadOnlyList<string> SecretName(IngressTLS tls) => tls.SecretName is { } name ? DnsNames.Subdomain(name) : [];

    private static bool IsWildcard(IngressRule rule) => rule.Host?.Contains('*', StringComparison.Ordinal) == true;

    private static bool IsInvalidWildcardRule(IngressRule rule)
    {
        var errors = new FieldErrors();
        IngressPathValidation.Validate(rule.Http, Spec, errors);
        return IsWildcard(rule) && errors.Any;
    }
}
