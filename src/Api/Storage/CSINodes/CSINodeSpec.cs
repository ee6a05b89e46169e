using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>CSI drivers that are registered on a node.</summary>
[ApiType("io.k8s.api.storage.v1.CSINodeSpec")]
public sealed partial record CSINodeSpec
{
    /// <summary>The drivers, one entry per name; empty when none is registered.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<CSINodeDriver>? Drivers { get; init; }
}
