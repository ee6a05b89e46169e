using ActorKube.Api.Meta;

namespace ActorKube.Api.FlowControl;

/// <summary>
/// The flow schemas and priority levels that a server starts with, those of Kubernetes v1.32. The mandatory ones are kept as they are;
/// the suggested ones are kept up to date while their annotation says so.
/// </summary>
public static class FlowControlBootstrap
{
    public const string Exempt = "exempt";
    public const string CatchAll = "catch-all";

    /// <summary>"true" on objects whose specification the server keeps up to date.</summary>
    public const string AutoUpdateAnnotation = "apf.kubernetes.io/autoupdate-spec";

    public static IReadOnlyList<PriorityLevelConfiguration> PriorityLevels { get; } = PriorityLevelBootstrap.All;

    public static IReadOnlyList<FlowSchema> FlowSchemas { get; } = FlowSchemaBootstrap.All;

    public static FlowSchema? MandatoryFlowSchema(string? name) =>
        name is Exempt or CatchAll ? FlowSchemas.First(s => s.Metadata.Name == name) : null;

    public static PriorityLevelConfiguration? MandatoryPriorityLevel(string? name) =>
        name is Exempt or CatchAll ? PriorityLevels.First(l => l.Metadata.Name == name) : null;

    internal static ObjectMeta Named(string name) =>
        new() { Name = name, Annotations = new Dictionary<string, string>(StringComparer.Ordinal) { [AutoUpdateAnnotation] = "true" } };
}
