using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class ServiceKind
{
    public static readonly Kind<Service> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "Service",
        Plural = "services",
        ShortNames = ["svc"],
        Categories = ["all"],
        HasStatus = true,
        ReturnsDeleted = true,
        CreateOnUpdate = true,
        NameRule = NameRules.Label1035,
        OnDefault = ServiceDefaults.Apply,
        OnCreate = ServicePreparation.ForCreate,
        OnUpdate = ServicePreparation.ForUpdate,
        OnTrack = ServicePreparation.TrackedFrom,
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = ServiceValidation.Validate,
        OnValidateUpdate = ServiceUpdateValidation.Validate,
        OnValidateStatusUpdate = static (next, _, errors) => ServiceStatusValidation.Validate(next, errors),
        OnClaims = ServiceClaimNames.Of,
        OnWarnings = static (service, _) => ServiceWarnings.Of(service),
        FieldSelectors = new Dictionary<string, Func<Service, string>>
        {
            ["spec.clusterIP"] = static s => s.Spec.ClusterIP ?? "",
            ["spec.type"] = static s => s.Spec.Type ?? "",
        },
        TableColumns = ServiceColumns.All,
    };
}
