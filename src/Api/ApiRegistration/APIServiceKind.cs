using ActorKube.Api.Kinds;

namespace ActorKube.Api.ApiRegistration;

internal static class APIServiceKind
{
    private const int HttpsPort = 443;

    public static readonly Kind<APIService> Kind = new()
    {
        Group = "apiregistration.k8s.io",
        Version = "v1",
        Name = "APIService",
        Plural = "apiservices",
        Categories = ["api-extensions"],
        Namespaced = false,
        HasStatus = true,
        UnconditionalUpdate = false,
        NameRule = NameRules.PathSegment,
        OnDefault = static value => value.Spec.Service is { Port: null } service
            ? value with { Spec = value.Spec with { Service = service with { Port = HttpsPort } } }
            : value,
        OnCreate = static value => value with { Status = value.Spec.Service is null ? APIServiceConditions.Local : new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        // A status write changes no metadata.
        OnStatusUpdate = static (next, previous) => previous with { Status = next.Status },
        OnValidate = APIServiceValidation.Validate,
        OnValidateStatusUpdate = static (next, _, errors) => APIServiceValidation.ValidateStatus(next.Status, errors),
        TableColumns =
        [
            Column<APIService>.NameColumn,
            new("Service", "Service that serves the group and version.", static a => a.Spec.Service is { } service ? $"{service.Namespace}/{service.Name}" : "Local"),
            new("Available", "Whether the group and version is served.", static a => APIServiceConditions.Text(a.Status)),
            Column<APIService>.AgeColumn,
        ],
    };
}
