using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Types and resources of limits; how their amounts relate is <see cref="LimitRangeAmounts"/>' matter.</summary>
internal static class LimitRangeValidation
{
    public static void Validate(LimitRange range, FieldErrors errors)
    {
        HashSet<string> types = [];
        for (var i = 0; range.Spec.Limits is { } limits && i < limits.Count; i++)
        {
            var path = FieldPath.Of("spec").Child("limits").Index(i);
            ValidateType(limits[i].Type, path.Child("type"), errors);
            if (!types.Add(limits[i].Type))
            {
                errors.Duplicate(path.Child("type"), limits[i].Type);
            }

            Validate(limits[i], path, errors);
        }
    }

    public static void ValidateUpdate(LimitRange next, LimitRange previous, FieldErrors errors)
    {
        ObjectMetaValidation.ValidateCreate(next.Metadata, LimitRangeKind.Kind, errors);
        Validate(next, errors);
    }

    private static void Validate(LimitRangeItem item, FieldPath path, FieldErrors errors)
    {
        var isPod = item.Type == LimitRangeTypes.Pod;
        ValidateNames(item, item.Max, path.Child("max"), errors);
        ValidateNames(item, item.Min, path.Child("min"), errors);
        if (isPod)
        {
            Forbid(item.Default, path.Child("default"));
            Forbid(item.DefaultRequest, path.Child("defaultRequest"));
        }
        else
        {
            ValidateNames(item, item.Default, path.Child("default"), errors);
            ValidateNames(item, item.DefaultRequest, path.Child("defaultRequest"), errors);
        }

        if (item.Type == LimitRangeTypes.PersistentVolumeClaim && !Has(item.Min) && !Has(item.Max))
        {
            errors.Required(path.Child("limits"), "either minimum or maximum storage value is required, but neither was provided");
        }

        ValidateNames(item, item.MaxLimitRequestRatio, path.Child("maxLimitRequestRatio"), errors);
        LimitRangeAmounts.Validate(isPod ? item with { Default = null, DefaultRequest = null } : item, path, errors);

        void Forbid(IReadOnlyDictionary<string, Quantity>? amounts, FieldPath field)
        {
            if (amounts is { Count: > 0 })
            {
                errors.Forbidden(field, "may not be specified when `type` is 'Pod'");
            }
        }
    }

    private static void ValidateType(string type, FieldPath path, FieldErrors errors)
    {
        var wrong = LabelSyntax.QualifiedName(type);
        errors.InvalidAll(path, type, wrong);
        if (wrong.Count == 0 && !type.Contains('/', StringComparison.Ordinal)
            && type is not (LimitRangeTypes.Pod or LimitRangeTypes.Container or LimitRangeTypes.PersistentVolumeClaim))
        {
            errors.Invalid(path, type, "must be a standard limit type or fully qualified");
        }
    }

    private static void ValidateNames(LimitRangeItem item, IReadOnlyDictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        foreach (var name in amounts?.Keys ?? [])
        {
            if (item.Type is LimitRangeTypes.Pod or LimitRangeTypes.Container)
            {
                ResourceNames.ValidateContainer(name, path.Key(name), errors);
            }
            else
            {
                ResourceNames.Validate(name, path.Key(name), errors);
            }
        }
    }

    private static bool Has(IReadOnlyDictionary<string, Quantity>? amounts) => amounts?.ContainsKey(ResourceNames.Storage) ?? false;
}
