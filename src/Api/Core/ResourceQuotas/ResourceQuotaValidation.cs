using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>Resources and amounts of quotas; scopes are <see cref="ResourceQuotaScopeValidation"/>'s matter.</summary>
internal static class ResourceQuotaValidation
{
    private static readonly FieldPath SpecPath = FieldPath.Of("spec");
    private static readonly FieldPath StatusPath = FieldPath.Of("status");

    public static void Validate(ResourceQuota quota, FieldErrors errors)
    {
        ValidateSpec(quota.Spec, errors);
        ValidateStatus(quota, errors);
    }

    public static void ValidateUpdate(ResourceQuota next, ResourceQuota previous, FieldErrors errors)
    {
        ValidateSpec(next.Spec, errors);
        if (!(next.Spec.Scopes ?? []).ToHashSet().SetEquals(previous.Spec.Scopes ?? []))
        {
            errors.Invalid(SpecPath.Child("scopes"), ResourceQuotaScopeValidation.Shown(next.Spec), FieldErrorsExtensions.ImmutableMessage);
        }
    }

    public static void ValidateStatus(ResourceQuota quota, FieldErrors errors)
    {
        ValidateAmounts(quota.Status.Hard, StatusPath.Child("hard"), errors);
        ValidateAmounts(quota.Status.Used, StatusPath.Child("used"), errors);
    }

    private static void ValidateSpec(ResourceQuotaSpec spec, FieldErrors errors)
    {
        ValidateAmounts(spec.Hard, SpecPath.Child("hard"), errors);
        ResourceQuotaScopeValidation.ValidateScopes(spec, SpecPath, errors);
        ResourceQuotaScopeValidation.ValidateSelector(spec, SpecPath, errors);
    }

    private static void ValidateAmounts(IReadOnlyDictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, amount) in amounts ?? new Dictionary<string, Quantity>())
        {
            ResourceNames.ValidateQuota(name, path.Key(name), errors);
            ResourceNames.ValidateAmount(name, amount, path.Key(name), errors);
        }
    }
}
