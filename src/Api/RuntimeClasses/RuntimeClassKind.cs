using ActorKube.Api.Kinds;
using ActorKube.Api.Scheduling;

namespace ActorKube.Api.RuntimeClasses;

internal static class RuntimeClassKind
{
    public static readonly Kind<RuntimeClass> Kind = new()
    {
        Group = "node.k8s.io",
        Version = "v1",
        Name = "RuntimeClass",
        Plural = "runtimeclasses",
        Namespaced = false,
        CreateOnUpdate = true,
        UnconditionalUpdate = false,
        OnValidate = RuntimeClassValidation.Validate,
        OnValidateUpdate = RuntimeClassValidation.ValidateUpdate,
        OnWarnings = static (value, _) => DeprecatedNodeLabels.Warnings("scheduling.nodeSelector", value.Scheduling?.NodeSelector?.Keys ?? []),
        TableColumns =
        [
            Column<RuntimeClass>.NameColumn,
            new("Handler", "Name under which the node's runtime knows the class.", static c => c.Handler),
            Column<RuntimeClass>.AgeColumn,
        ],
    };
}
