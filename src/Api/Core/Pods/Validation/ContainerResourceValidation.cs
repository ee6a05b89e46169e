using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Requests and limits of a container, and the overhead of a pod.</summary>
public static class ContainerResourceValidation
{
    public static void Validate(ResourceRequirements resources, FieldPath path, FieldErrors errors, bool allowIndivisibleHugePages = false)
    {
        var (limits, requests) = (resources.Limits.OrEmpty(), resources.Requests.OrEmpty());
        var (limitsPath, requestsPath) = (path.Child("limits"), path.Child("requests"));
        foreach (var (name, limit) in limits)
        {
            ValidateAmount(name, limit, limitsPath.Key(name), errors, allowIndivisibleHugePages);
        }

        foreach (var (name, request) in requests)
        {
            ValidateAmount(name, request, requestsPath.Key(name), errors, allowIndivisibleHugePages);
            if (limits.TryGetValue(name, out var limit))
            {
                ValidateRequest(name, request, limit, requestsPath, errors);
            }
            else if (!ResourceNames.IsOvercommitAllowed(name))
            {
                errors.Required(limitsPath, "Limit must be set for non overcommitable resources");
            }
        }

        var names = limits.Keys.Concat(requests.Keys);
        if (names.Any(ContainerResourceNames.IsHugePages) && !names.Any(static n => n is ContainerResourceNames.Cpu or ContainerResourceNames.Memory))
        {
            errors.Forbidden(path, "HugePages require cpu or memory");
        }
    }

    private static void ValidateRequest(string name, Quantity request, Quantity limit, FieldPath path, FieldErrors errors)
    {
        if (request != limit && !ResourceNames.IsOvercommitAllowed(name))
        {
            errors.Invalid(path, request, $"must be equal to {name} limit of {limit}");
        }
        else if (request > limit)
        {
            errors.Invalid(path, request, $"must be less than or equal to {name} limit of {limit}");
        }
    }

    private static void ValidateAmount(string name, Quantity amount, FieldPath path, FieldErrors errors, bool allowIndivisibleHugePages)
    {
        ValidateName(name, path, errors);
        ResourceNames.ValidateAmount(name, amount, path, errors);
        if (ContainerResourceNames.IsHugePages(name) && !allowIndivisibleHugePages && !ContainerResourceNames.IsWholePages(name, amount))
        {
            errors.Invalid(path, amount, $"{amount} is not positive integer multiple of {name}");
        }
    }

    /// <summary>What a container may ask for: a standard resource, or one of a domain.</summary>
    public static void ValidateName(string name, FieldPath path, FieldErrors errors)
    {
        var shown = new GoText(name);
        var syntax = LabelSyntax.QualifiedName(name);
        errors.AllInvalid(path, shown, syntax);
        var bare = !name.Contains('/', StringComparison.Ordinal);
        if (bare)
        {
            if (syntax.Count == 0 && name != ResourceNames.Storage && !ResourceNames.IsQuota(name))
            {
                errors.Invalid(path, shown, "must be a standard resource type or fully qualified");
            }

            if (!ResourceNames.IsContainer(name))
            {
                errors.Invalid(path, shown, "must be a standard resource for containers");
            }
        }
        else if (!ResourceNames.IsNative(name) && !ResourceNames.IsExtended(name))
        {
            errors.Invalid(path, shown, "doesn't follow extended resource name standard");
        }
    }
}
