using ActorKube.Api.Kinds;

namespace ActorKube.Api.FlowControl;

internal static class FlowSchemaKind
{
    private const int DefaultPrecedence = 1000;

    public static readonly Kind<FlowSchema> Kind = new()
    {
        Group = FlowControlKinds.Group,
        Version = "v1",
        Name = "FlowSchema",
        Plural = "flowschemas",
        Namespaced = false,
        HasStatus = true,
        HasGeneration = true,
        Spec = static schema => schema.Spec,
        OnDefault = static schema => schema.Spec.MatchingPrecedence == 0
            ? schema with { Spec = schema.Spec with { MatchingPrecedence = DefaultPrecedence } }
            : schema,
        OnCreate = static schema => schema with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        // A status write changes no metadata.
        OnStatusUpdate = static (next, previous) => previous with { Status = next.Status },
        OnValidate = FlowSchemaValidation.Validate,
        OnValidateStatusUpdate = static (next, _, errors) => FlowSchemaValidation.ValidateStatus(next.Status, errors),
        TableColumns =
        [
            Column<FlowSchema>.NameColumn,
            new("PriorityLevel", "Priority level of the requests that match.", static s => s.Spec.PriorityLevelConfiguration.Name),
            new("MatchingPrecedence", "Order in which schemas are tried; the lowest that matches wins.", static s => s.Spec.MatchingPrecedence),
            new("DistinguisherMethod", "What tells flows of the schema apart.", static s => s.Spec.DistinguisherMethod?.Type ?? "<none>"),
            Column<FlowSchema>.AgeColumn,
            new("MissingPL", "Whether the priority level is missing.", static s => s.Status.Conditions?.FirstOrDefault(c => c.Type == "Dangling")?.Status ?? "?"),
        ],
    };
}
