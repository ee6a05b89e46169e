using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.FlowControl;

/// <summary>Which requests of which subjects a schema matches; a star stands alone.</summary>
internal static class FlowRuleValidation
{
    private static readonly string[] Verbs = ["create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch"];

    public static void Validate(PolicyRulesWithSubjects rule, FieldPath path, FieldErrors errors)
    {
        if (rule.Subjects is not { Count: > 0 })
        {
            errors.Required(path.Child("subjects"), "subjects must contain at least one value");
        }

        foreach (var (i, subject) in (rule.Subjects ?? []).Index())
        {
            FlowSubjectValidation.Validate(subject, path.Child("subjects").Index(i), errors);
        }

        if (rule is { ResourceRules: not { Count: > 0 }, NonResourceRules: not { Count: > 0 } })
        {
            errors.Required(path, "at least one of resourceRules and nonResourceRules has to be non-empty");
        }

        foreach (var (i, resources) in (rule.ResourceRules ?? []).Index())
        {
            Validate(resources, path.Child("resourceRules").Index(i), errors);
        }

        foreach (var (i, urls) in (rule.NonResourceRules ?? []).Index())
        {
            Validate(urls, path.Child("nonResourceRules").Index(i), errors);
        }
    }

    private static void Validate(ResourcePolicyRule rule, FieldPath path, FieldErrors errors)
    {
        ValidateVerbs(rule.Verbs ?? [], path.Child("verbs"), errors);
        RequireList(rule.ApiGroups, path.Child("apiGroups"), "resource rules must supply at least one api group", "api groups", errors);
        RequireList(rule.Resources, path.Child("resources"), "resource rules must supply at least one resource", "resources", errors);
        var namespaces = rule.Namespaces ?? [];
        if (namespaces.Count == 0 && !rule.ClusterScope)
        {
            errors.Required(path.Child("namespaces"), "resource rules that are not cluster scoped must supply at least one namespace");
        }
        else if (namespaces.Contains("*"))
        {
            StarAlone(namespaces, path.Child("namespaces"), "namespaces", errors);
        }
        else
        {
            foreach (var (i, name) in namespaces.Index())
            {
                errors.InvalidAll(
                    path.Child("namespaces").Index(i),
                    name,
                    [.. DnsNames.Label(name).Select(reason => "each member of this list must be '*' or a DNS-1123 label; " + reason)]);
            }
        }
    }

    private static void Validate(NonResourcePolicyRule rule, FieldPath path, FieldErrors errors)
    {
        ValidateVerbs(rule.Verbs ?? [], path.Child("verbs"), errors);
        var urls = rule.NonResourceURLs ?? [];
        RequireList(urls, path.Child("nonResourceURLs"), "nonResourceURLs must contain at least one value", "non-resource URLs", errors);
        foreach (var (i, url) in urls.Contains("*") ? [] : urls.Index())
        {
            if (WhyInvalid(url) is { } reason)
            {
                errors.Invalid(path.Child("nonResourceURLs").Index(i), url, reason);
            }
        }
    }

    private static void ValidateVerbs(IReadOnlyList<string> verbs, FieldPath path, FieldErrors errors)
    {
        RequireList(verbs, path, "verbs must contain at least one value", "verbs", errors);
        if (!verbs.Contains("*") && verbs.Except(Verbs).Any())
        {
            errors.NotSupported(path, GoText.List("string", verbs), Verbs);
        }
    }

    private static void RequireList(IReadOnlyList<string>? values, FieldPath path, string required, string what, FieldErrors errors)
    {
        if (values is not { Count: > 0 })
        {
            errors.Required(path, required);
            return;
        }

        StarAlone(values, path, what, errors);
    }

    private static void StarAlone(IReadOnlyList<string> values, FieldPath path, string what, FieldErrors errors)
    {
        if (values.Count > 1 && values.Contains("*"))
        {
            errors.Invalid(path, GoText.List("string", values), $"if '*' is present, must not specify other {what}");
        }
    }

    private static string? WhyInvalid(string url) => url switch
    {
        "" => "must not be empty",
        "/" => null,
        [not '/', ..] => "must start with slash",
        _ when url.Contains(' ', StringComparison.Ordinal) => "must not contain white-space",
        _ when url.Contains("//", StringComparison.Ordinal) => "must not contain double slash",
        _ when url.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && (star < url.Length - 1 || !url.EndsWith("/*", StringComparison.Ordinal)) =>
            "wildcard can only do suffix matching",
        _ => null,
    };
}
