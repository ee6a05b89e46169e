using ActorKube.Api.Kinds;

namespace ActorKube.Api.Scheduling;

internal static class PriorityClassKind
{
    public static readonly Kind<PriorityClass> Kind = new()
    {
        Group = "scheduling.k8s.io",
        Version = "v1",
        Name = "PriorityClass",
        Plural = "priorityclasses",
        ShortNames = ["pc"],
        Namespaced = false,
        // Generation is set once: nothing that matters may change later.
        HasGeneration = true,
        OnDefault = static value => value with { PreemptionPolicy = value.PreemptionPolicy ?? "PreemptLowerPriority" },
        OnValidate = PriorityClassValidation.Validate,
        OnValidateUpdate = PriorityClassValidation.ValidateUpdate,
        TableColumns =
        [
            Column<PriorityClass>.NameColumn,
            new("Value", "integer", "", "Priority of pods of the class; higher goes first.", 0, static (c, _) => c.Value),
            new("Global-Default", "boolean", "", "Whether pods that name no class get this one.", 0, static (c, _) => c.GlobalDefault),
            Column<PriorityClass>.AgeColumn,
            new("PreemptionPolicy", "Whether pods of the class may push out others.", static c => c.PreemptionPolicy ?? ""),
        ],
    };
}
