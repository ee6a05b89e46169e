using ActorKube.Api.Errors;
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
            else if (!ContainerResourceNames.IsOvercommitAllowed(name))
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

    /// <summary>An amount is not negative, and whole where its resource comes in whole numbers.</summary>
    public static void ValidateQuantity(string name, Quantity amount, FieldPath path, FieldErrors errors)
    {
        if (amount.Sign < 0)
        {
            errors.Invalid(path, amount, "must be greater than or equal to 0");
        }

        if (ContainerResourceNames.IsInteger(name) && amount.MilliValue() % 1000 != 0)
        {
            errors.Invalid(path, Verbatim.Amount(amount), "must be an integer");
        }
    }

    private static void ValidateRequest(string name, Quantity request, Quantity limit, FieldPath path, FieldErrors errors)
    {
        if (request != limit && !ContainerResourceNames.IsOvercommitAllowed(name))
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
        ValidateQuantity(name, amount, path, errors);
        if (ContainerResourceNames.IsHugePages(name) && !allowIndivisibleHugePages && !ContainerResourceNames.IsWholePages(name, amount))
        {
            errors.Invalid(path, amount, $"{amount} is not positive integer multiple of {name}");
        }
    }

    private static void ValidateName(string name, FieldPath path, FieldErrors errors)
    {
        var shown = new Verbatim(name);
        var syntax = LabelSyntax.QualifiedName(name);
        errors.AllInvalid(path, shown, syntax);
        var bare = !name.Contains('/', StringComparison.Ordinal);
        if (bare)
        {
            if (syntax.Count == 0 && !ContainerResourceNames.IsStandard(name))
            {
                errors.Invalid(path, shown, "must be a standard resource type or fully qualified");
            }

            if (!ContainerResourceNames.IsContainerResource(name))
            {
                errors.Invalid(path, shown, "must be a standard resource for containers");
            }
        }
        else if (!ContainerResourceNames.IsNative(name) && !ContainerResourceNames.IsExtended(name))
        {
            errors.Invalid(path, shown, "doesn't follow extended resource name standard");
        }
    }
}
