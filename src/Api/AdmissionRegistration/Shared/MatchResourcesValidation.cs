using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>The requests that a policy or a binding is for.</summary>
internal static class MatchResourcesValidation
{
    public static void Validate(MatchResources match, FieldPath path, FieldErrors errors)
    {
        if (match.MatchPolicy is null)
        {
            errors.Required(path.Child("matchPolicy"));
        }

        WebhookValidation.OneOf(match.MatchPolicy, ["Equivalent", "Exact"], path.Child("matchPolicy"), errors);
        ValidateSelector(match.NamespaceSelector, path.Child("namespaceSelector"), errors);
        ValidateSelector(match.ObjectSelector, path.Child("objectSelector"), errors);
        ValidateRules(match.ResourceRules ?? [], path.Child("resourceRules"), errors);
        ValidateRules(match.ExcludeResourceRules ?? [], path.Child("excludeResourceRules"), errors);
    }

    private static void ValidateSelector(LabelSelector? selector, FieldPath path, FieldErrors errors)
    {
        if (selector is null)
        {
            errors.Required(path);
        }

        LabelSelectorValidation.Validate(selector, path, errors);
    }

    private static void ValidateRules(IReadOnlyList<NamedRuleWithOperations> rules, FieldPath path, FieldErrors errors)
    {
        foreach (var (i, rule) in rules.Index())
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            foreach (var (j, name) in (rule.ResourceNames ?? []).Index())
            {
                errors.InvalidAll(path.Index(i).Child("resourceNames").Index(j), name, Identifiers.PathSegment(name));
                if (!names.Add(name))
                {
                    errors.Duplicate(path.Index(i).Child("resourceNames").Index(j), name);
                }
            }

            RuleValidation.Validate(RuleFields.Of(rule), path.Index(i), errors);
        }
    }
}
