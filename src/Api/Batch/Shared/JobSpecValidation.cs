using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Batch;

/// <summary>The specification of a Job, or of the Jobs that a CronJob makes; its selector is checked where it is used.</summary>
internal static class JobSpecValidation
{
    private const int MaxManagedByLength = 63;

    /// <param name="previous">The specification before an update; null for a new one.</param>
    public static void Validate(JobSpec spec, JobSpec? previous, FieldPath path, FieldErrors errors)
    {
        Counts(spec, path, errors);
        ManagedBy(spec.ManagedBy, path.Child("managedBy"), errors);
        CompletionModeValidation.Validate(spec, path, errors);
        PodFailurePolicyValidation.Validate(spec, path.Child("podFailurePolicy"), errors);
        SuccessPolicyValidation.Validate(spec, path.Child("successPolicy"), errors);
        Replacement(spec, path.Child("podReplacementPolicy"), errors);
        PodTemplateValidation.Validate(spec.Template, path.Child("template"), errors, previous?.Template);
        Restart(spec, path.Child("template").Child("spec").Child("restartPolicy"), errors);
    }

    private static void Counts(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        FieldRules.NonNegative(spec.Parallelism, path.Child("parallelism"), errors);
        FieldRules.NonNegative(spec.Completions, path.Child("completions"), errors);
        FieldRules.NonNegative(spec.ActiveDeadlineSeconds, path.Child("activeDeadlineSeconds"), errors);
        FieldRules.NonNegative(spec.BackoffLimit, path.Child("backoffLimit"), errors);
        FieldRules.NonNegative(spec.TtlSecondsAfterFinished, path.Child("ttlSecondsAfterFinished"), errors);
        FieldRules.NonNegative(spec.BackoffLimitPerIndex, path.Child("backoffLimitPerIndex"), errors);
        FieldRules.NonNegative(spec.MaxFailedIndexes, path.Child("maxFailedIndexes"), errors);
        if (spec is { MaxFailedIndexes: not null, BackoffLimitPerIndex: null })
        {
            errors.Required(path.Child("backoffLimitPerIndex"), "when maxFailedIndexes is specified");
        }
    }

    /// <summary>A path with a domain in front, as <c>example.com/controller</c>.</summary>
    private static void ManagedBy(string? value, FieldPath path, FieldErrors errors)
    {
        switch (value?.Split('/', 2))
        {
            case null:
                return;
            case [""]:
                errors.Required(path);
                break;
            case [{ Length: > 0 } domain, { Length: > 0 } rest]:
                foreach (var message in DnsNames.Subdomain(domain))
                {
                    errors.Invalid(path, domain, message);
                }

                if (!Characters.Only(rest, Characters.HttpPath))
                {
                    errors.Invalid(path, rest, SyntaxMessages.Pattern("Invalid path", "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+"));
                }

                break;
            default:
                errors.Invalid(path, value, "must be a domain-prefixed path (such as \"acme.io/foo\")");
                break;
        }

        if (SyntaxMessages.IsLonger(value, MaxManagedByLength))
        {
            errors.TooLong(path, MaxManagedByLength);
        }
    }

    /// <summary>With a failure policy a pod has to have failed, so that the policy can be asked, before it is replaced.</summary>
    private static void Replacement(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        IReadOnlyList<string> supported = spec.PodFailurePolicy is null
            ? [PodReplacementPolicies.Failed, PodReplacementPolicies.TerminatingOrFailed]
            : [PodReplacementPolicies.Failed];
        if (spec.PodReplacementPolicy is { } policy && !supported.Contains(policy))
        {
            errors.NotSupported(path, policy, supported);
        }
    }

    private static void Restart(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        switch (spec.Template.Spec.RestartPolicy)
        {
            case null or RestartPolicies.Always:
                errors.Required(path, $"valid values: \"{RestartPolicies.OnFailure}\", \"{RestartPolicies.Never}\"");
                break;
            case not (RestartPolicies.OnFailure or RestartPolicies.Never):
                errors.NotSupported(path, spec.Template.Spec.RestartPolicy, [RestartPolicies.OnFailure, RestartPolicies.Never]);
                break;
            case not RestartPolicies.Never when spec.PodFailurePolicy is not null:
                errors.Invalid(path, spec.Template.Spec.RestartPolicy, $"only \"{RestartPolicies.Never}\" is supported when podFailurePolicy is specified");
                break;
        }
    }
}
