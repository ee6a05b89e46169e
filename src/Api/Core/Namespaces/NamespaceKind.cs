using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class NamespaceKind
{
    public static readonly Kind<Namespace> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "Namespace",
        Plural = "namespaces",
        ShortNames = ["ns"],
        Namespaced = false,
        HasStatus = true,
        Verbs = ["create", "delete", "get", "list", "patch", "update", "watch"],
        NameRule = NameRules.Label,
        OnDefault = NamespaceDefaults.Apply,
        OnCreate = NamespaceDefaults.PrepareForCreate,
        OnUpdate = static (next, previous) => NamespaceDefaults.WithNameLabel(next with { Spec = previous.Spec, Status = previous.Status }),
        OnStatusUpdate = static (next, previous) => NamespaceDefaults.WithNameLabel(next with { Spec = previous.Spec }),
        ReturnsDeleted = true,
        OnDelete = NamespaceFinalization.Terminate,
        Released = static ns => ns.Spec.Finalizers is null or { Count: 0 },
        OnValidate = NamespaceValidation.Validate,
        OnValidateUpdate = NamespaceValidation.ValidateUpdate,
        OnValidateStatusUpdate = static (next, _, errors) => NamespaceValidation.ValidateStatus(next, errors),
        FieldSelectors = new Dictionary<string, Func<Namespace, string>> { ["status.phase"] = static n => n.Status.Phase ?? "" },
        TableColumns =
        [
            Column<Namespace>.NameColumn,
            new("Status", "Whether the namespace is in use or going away.", static n => n.Status.Phase ?? ""),
            Column<Namespace>.AgeColumn,
        ],
    };
}
