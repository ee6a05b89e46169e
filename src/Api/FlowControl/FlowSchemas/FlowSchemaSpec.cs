using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Requests that a FlowSchema matches, and where they go.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.FlowSchemaSpec")]
public sealed partial record FlowSchemaSpec
{
    /// <summary>Priority level of the requests; if it doesn't exist, the schema is ignored.</summary>
    [Field(1, Required = true)]
    public PriorityLevelConfigurationReference PriorityLevelConfiguration { get; init; } = new();

    /// <summary>Rank among schemas that match, 1 to 10000; the lowest wins. Default 1000.</summary>
    [Field(2, Always = true)]
    public int MatchingPrecedence { get; init; }

    /// <summary>How to divide requests into flows; a single flow when absent.</summary>
    [Field(3)]
    public FlowDistinguisherMethod? DistinguisherMethod { get; init; }

    /// <summary>Requests that match, one rule being enough; none match when empty.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<PolicyRulesWithSubjects>? Rules { get; init; }
}
