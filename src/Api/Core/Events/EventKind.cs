using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class EventKind
{
    public static readonly Kind<Event> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "Event",
        Plural = "events",
        ShortNames = ["ev"],
        CreateOnUpdate = true,
        NameRule = NameRules.PathSegment,
        OnValidate = static (value, errors) => EventValidation.Validate(value, "reportingComponent", errors),
        FieldSelectors = EventFields.Of("involvedObject", "reportingComponent", withSource: true),
        TableColumns = EventColumns.All,
    };
}
