using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.RuntimeClasses;

/// <summary>What a pod of the class costs beyond its containers, by the rules of a container's limits.</summary>
internal static class OverheadValidation
{
    private const string HugePages = "hugepages-";

    public static void Validate(IReadOnlyDictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        var limits = path.Child("limits");
        foreach (var (name, amount) in amounts ?? new Dictionary<string, Quantity>())
        {
            ValidateName(name, limits.Key(name), errors);
            if (amount.Sign < 0)
            {
                errors.Invalid(limits.Key(name), amount, "must be greater than or equal to 0");
            }
        }

        if (amounts?.Keys.Any(IsHugePages) == true && !amounts.ContainsKey("cpu") && !amounts.ContainsKey("memory"))
        {
            errors.Forbidden(path, "HugePages require cpu or memory");
        }
    }

    private static void ValidateName(string name, FieldPath path, FieldErrors errors)
    {
        var wrong = LabelSyntax.QualifiedName(name);
        errors.InvalidAll(path, name, wrong);
        if (wrong.Count == 0 && !name.Contains('/', StringComparison.Ordinal) && name is not ("cpu" or "memory" or "ephemeral-storage") && !IsHugePages(name))
        {
            errors.Invalid(path, name, "must be a standard resource type or fully qualified");
            errors.Invalid(path, name, "must be a standard resource for containers");
        }
    }

    private static bool IsHugePages(string name) => name.StartsWith(HugePages, StringComparison.Ordinal);
}
