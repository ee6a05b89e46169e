using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Batch;

internal static class PodFailurePolicyValidation
{
    private const int MaxRules = 20;
    private const int MaxExitCodes = 255;
    private const int MaxPatterns = 20;

    private static readonly IReadOnlyList<string> Statuses = [ConditionStatus.False, ConditionStatus.True, ConditionStatus.Unknown];

    /// <param name="path">Where the policy is.</param>
    public static void Validate(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.PodFailurePolicy is not { } policy)
        {
            return;
        }

        var rules = path.Child("rules");
        if (policy.Rules?.Count > MaxRules)
        {
            errors.TooMany(rules, policy.Rules.Count, MaxRules);
        }

        for (var i = 0; i < policy.Rules?.Count; i++)
        {
            Rule(spec, policy.Rules[i], rules.Index(i), errors);
        }
    }

    private static void Rule(JobSpec spec, PodFailurePolicyRule rule, FieldPath path, FieldErrors errors)
    {
        OneOf(rule.Action, FailurePolicyActions.All, path.Child("action"), errors);
        if (rule.Action == FailurePolicyActions.FailIndex && spec.BackoffLimitPerIndex is null)
        {
            errors.Invalid(path.Child("action"), rule.Action, "requires the backoffLimitPerIndex to be set");
        }

        if (rule.OnExitCodes is { } codes)
        {
            ExitCodes(spec, codes, path.Child("onExitCodes"), errors);
        }

        Patterns(rule.OnPodConditions.OrEmpty(), path.Child("onPodConditions"), errors);
        var (byCode, byCondition) = (rule.OnExitCodes is not null, rule.OnPodConditions is { Count: > 0 });
        if (byCode == byCondition)
        {
            errors.InvalidWithoutValue(path, byCode
                ? "specifying both OnExitCodes and OnPodConditions is not supported"
                : "specifying one of OnExitCodes and OnPodConditions is required");
        }
    }

    private static void Patterns(IReadOnlyList<PodFailurePolicyOnPodConditionsPattern> patterns, FieldPath path, FieldErrors errors)
    {
        if (patterns.Count > MaxPatterns)
        {
            errors.TooMany(path, patterns.Count, MaxPatterns);
        }

        for (var i = 0; i < patterns.Count; i++)
        {
            foreach (var message in LabelSyntax.QualifiedName(patterns[i].Type))
            {
                errors.Invalid(path.Index(i).Child("type"), patterns[i].Type, message);
            }

            OneOf(patterns[i].Status, Statuses, path.Index(i).Child("status"), errors);
        }
    }

    private static void ExitCodes(JobSpec spec, PodFailurePolicyOnExitCodesRequirement codes, FieldPath path, FieldErrors errors)
    {
        OneOf(codes.Operator, ExitCodeOperators.All, path.Child("operator"), errors);
        var pod = spec.Template.Spec;
        if (codes.ContainerName is { } name && !pod.Containers.OrEmpty().Concat(pod.InitContainers.OrEmpty()).Any(c => c.Name == name))
        {
            errors.Invalid(path.Child("containerName"), name, "must be one of the container or initContainer names in the pod template");
        }

        var (values, valuesPath) = (codes.Values.OrEmpty(), path.Child("values"));
        if (values.Count == 0)
        {
            errors.Invalid(valuesPath, WorkloadGoText.Of(codes.Values), "at least one value is required");
        }
        else if (values.Count > MaxExitCodes)
        {
            errors.TooMany(valuesPath, values.Count, MaxExitCodes);
        }

        var (seen, ordered) = (new HashSet<int>(), true);
        for (var i = 0; i < values.Count; i++)
        {
            if (codes.Operator == ExitCodeOperators.In && values[i] == 0)
            {
                errors.Invalid(valuesPath.Index(i), 0, "must not be 0 for the In operator");
            }

            if (!seen.Add(values[i]))
            {
                errors.Duplicate(valuesPath.Index(i), values[i]);
            }

            ordered &= i == 0 || values[i - 1] <= values[i];
        }

        if (!ordered)
        {
            errors.Invalid(valuesPath, WorkloadGoText.Of(codes.Values), "must be ordered");
        }
    }

    private static void OneOf(string value, IReadOnlyList<string> supported, FieldPath path, FieldErrors errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path, $"valid values: [{string.Join(' ', supported.Select(GoText.Quote))}]");
        }
        else if (!supported.Contains(value))
        {
            errors.NotSupported(path, value, supported);
        }
    }
}
