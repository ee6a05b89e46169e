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
        OnCreate = static quota => quota with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = ResourceQuotaValidation.Validate,
        OnValidateUpdate = ResourceQuotaValidation.ValidateUpdate,
        OnValidateStatusUpdate = static (next, _, errors) => ResourceQuotaValidation.ValidateStatus(next, errors),
        TableColumns = ResourceQuotaColumns.All,
    };
}
