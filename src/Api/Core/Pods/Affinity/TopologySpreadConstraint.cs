using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.TopologySpreadConstraint")]
public sealed partial record TopologySpreadConstraint
{
    [Field(1, Required = true, Always = true)]
    public int MaxSkew { get; init; }

    [Field(2, Required = true)]
    public string TopologyKey { get; init; } = "";

    [Field(3, Required = true)]
    public string WhenUnsatisfiable { get; init; } = "";

    [Field(4)]
    public LabelSelector? LabelSelector { get; init; }

    [Field(5)]
    public int? MinDomains { get; init; }

    [Field(6, KeepEmpty = true)]
    public string? NodeAffinityPolicy { get; init; }

    [Field(7, KeepEmpty = true)]
    public string? NodeTaintsPolicy { get; init; }

    [Field(8, List = ListType.Atomic)]
    public IReadOnlyList<string>? MatchLabelKeys { get; init; }
}
