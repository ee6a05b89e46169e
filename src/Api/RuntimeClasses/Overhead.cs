using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.RuntimeClasses;

/// <summary>Resources that running a Pod takes by itself.</summary>
[ApiType("io.k8s.api.node.v1.Overhead")]
public sealed partial record Overhead
{
    /// <summary>Resources per Pod, added to those of its containers.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? PodFixed { get; init; }
}
