using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class ResourceQuotaKind
{
    public static readonly Kind<ResourceQuota> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "ResourceQuota",
        Plural = "resourcequotas",
        ShortNames = ["quota"],
        HasStatus = true,
        ReturnsDeleted = true,
        OnDefault = Default,
        OnCreate = static quota => quota with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = ResourceQuotaValidation.Validate,
        OnValidateUpdate = ResourceQuotaValidation.ValidateUpdate,
        OnValidateStatusUpdate = static (next, _, errors) => ResourceQuotaValidation.ValidateStatus(next, errors),
        TableColumns = ResourceQuotaColumns.All,
    };

    private static ResourceQuota Default(ResourceQuota quota) => quota with
    {
        Spec = quota.Spec with { Hard = ResourceLists.RoundToMilli(quota.Spec.Hard) },
        Status = quota.Status with { Hard = ResourceLists.RoundToMilli(quota.Status.Hard), Used = ResourceLists.RoundToMilli(quota.Status.Used) },
    };
}
