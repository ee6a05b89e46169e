using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class ComponentStatusKind
{
    public static readonly Kind<ComponentStatus> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "ComponentStatus",
        Plural = "componentstatuses",
        ShortNames = ["cs"],
        Namespaced = false,
        Verbs = ["get", "list"],
        Deprecation = "v1 ComponentStatus is deprecated in v1.19+",
        TableColumns =
        [
            Column<ComponentStatus>.NameColumn,
            new("Status", "Health of the component.", static c => Health(c)?.Status switch { null => "Unknown", "True" => "Healthy", _ => "Unhealthy" }),
            new("Message", "What the component says of its health.", static c => Health(c)?.Message ?? ""),
            new("Error", "Why the component's health isn't known.", static c => Health(c)?.Error ?? ""),
        ],
    };

    private static ComponentCondition? Health(ComponentStatus component) => component.Conditions?.FirstOrDefault(c => c.Type == "Healthy");
}
