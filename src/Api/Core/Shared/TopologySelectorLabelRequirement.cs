using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One test of a topology label: a key and the values allowed.</summary>
[ApiType("io.k8s.api.core.v1.TopologySelectorLabelRequirement")]
public sealed partial record TopologySelectorLabelRequirement
{
    /// <summary>Key of the label that is tested, such as <c>topology.kubernetes.io/zone</c>.</summary>
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    /// <summary>Values it may have; one of them must match.</summary>
    [Field(2, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Values { get; init; }
}
