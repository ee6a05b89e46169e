using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Resources of a rule: <c>pods</c>, <c>pods/status</c>, <c>pods/*</c>, <c>*/scale</c>, <c>*</c> or <c>*/*</c>; none that another one covers.</summary>
internal static class RuleResourceValidation
{
    public static void Validate(IReadOnlyList<string> resources, FieldPath path, FieldErrors errors)
    {
        if (resources.Count == 0)
        {
            errors.Required(path);
        }

        HashSet<string> allOfResource = new(StringComparer.Ordinal);
        HashSet<string> subresourceOfAll = new(StringComparer.Ordinal);
        var plainLast = false;
        foreach (var (i, resource) in resources.Index())
        {
            var slash = resource.IndexOf('/', StringComparison.Ordinal);
            if (resource.Length == 0)
            {
                errors.Required(path.Index(i));
            }
            else if (slash < 0)
            {
                // As in Kubernetes the last plain entry decides.
                plainLast = resource != "*";
            }
            else
            {
                ValidatePair(resource, resource[..slash], resource[(slash + 1)..], allOfResource, subresourceOfAll, path.Index(i), errors);
            }
        }

        if (resources.Count > 1 && resources.Contains("*/*"))
        {
            errors.Invalid(path, GoText.List("string", resources), "if '*/*' is present, must not specify other resources");
        }

        if (plainLast && resources.Contains("*"))
        {
            errors.Invalid(path, GoText.List("string", resources), "if '*' is present, must not specify other resources without subresources");
        }
    }

    private static void ValidatePair(
        string text, string resource, string subresource, HashSet<string> allOfResource, HashSet<string> subresourceOfAll, FieldPath path, FieldErrors errors)
    {
        if (allOfResource.Contains(resource))
        {
            errors.Invalid(path, text, $"if '{resource}/*' is present, must not specify {text}");
        }

        if (subresourceOfAll.Contains(subresource))
        {
            errors.Invalid(path, text, $"if '*/{subresource}' is present, must not specify {text}");
        }

        if (subresource == "*")
        {
            allOfResource.Add(resource);
        }

        if (resource == "*")
        {
            subresourceOfAll.Add(subresource);
        }
    }
}
