using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

internal static class WebhookValidation
{
    private static readonly string[] NoSideEffects = ["None", "NoneOnDryRun"];
    private static readonly string[] AnySideEffects = ["None", "NoneOnDryRun", "Some", "Unknown"];

    public static bool HasNoSideEffects(WebhookFields hook) => NoSideEffects.Contains(hook.SideEffects);

    public static void Validate(WebhookFields hook, WebhookTolerance tolerance, FieldPath path, FieldErrors errors)
    {
        ValidateName(hook.Name, path.Child("name"), errors);
        foreach (var (i, rule) in (hook.Rules ?? []).Index())
        {
            RuleValidation.Validate(RuleFields.Of(rule), path.Child("rules").Index(i), errors);
        }

        OneOf(hook.FailurePolicy, ["Fail", "Ignore"], path.Child("failurePolicy"), errors);
        OneOf(hook.MatchPolicy, ["Equivalent", "Exact"], path.Child("matchPolicy"), errors);
        ValidateSideEffects(hook.SideEffects, tolerance.SideEffects ? AnySideEffects : NoSideEffects, path.Child("sideEffects"), errors);
        if (hook.TimeoutSeconds is < 1 or > 30)
        {
            errors.Invalid(path.Child("timeoutSeconds"), hook.TimeoutSeconds, "the timeout value must be between 1 and 30 seconds");
        }

        LabelSelectorValidation.Validate(hook.NamespaceSelector, path.Child("namespaceSelector"), errors, tolerance.InvalidSelectorValues);
        LabelSelectorValidation.Validate(hook.ObjectSelector, path.Child("objectSelector"), errors, tolerance.InvalidSelectorValues);
        OneOf(hook.ReinvocationPolicy, ["IfNeeded", "Never"], path.Child("reinvocationPolicy"), errors);
        ValidateClient(hook.ClientConfig, path.Child("clientConfig"), errors);
        if (!tolerance.MatchConditions)
        {
            MatchConditionValidation.Validate(hook.MatchConditions ?? [], path.Child("matchConditions"), errors);
        }
    }

    public static void OneOf(string? value, string[] supported, FieldPath path, FieldErrors errors)
    {
        if (value is not null && !supported.Contains(value))
        {
            errors.NotSupported(path, value, supported);
        }
    }

    private static void ValidateName(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
        }
        else if (DnsNames.Subdomain(name) is { Count: > 0 } reasons)
        {
            errors.Invalid(path, name, string.Join(',', reasons));
        }
        else if (name.Count(c => c == '.') < 2)
        {
            errors.Invalid(path, name, "should be a domain with at least three segments separated by dots");
        }
    }

    private static void ValidateSideEffects(string? value, string[] supported, FieldPath path, FieldErrors errors)
    {
        if (value is null)
        {
            errors.Required(path, $"must specify one of {string.Join(", ", supported)}");
        }

        OneOf(value, supported, path, errors);
    }

    private static void ValidateClient(WebhookClientConfig config, FieldPath path, FieldErrors errors)
    {
        switch (config)
        {
            case { Url: { } url, Service: null }:
                WebhookAddressValidation.ValidateUrl(url, path.Child("url"), errors);
                break;
            case { Url: null, Service: { } service }:
                WebhookAddressValidation.ValidateService(service.Namespace, service.Name, service.Path, service.Port ?? 0, path.Child("service"), errors);
                break;
            default:
                errors.Required(path, "exactly one of url or service is required");
                break;
        }
    }
}
