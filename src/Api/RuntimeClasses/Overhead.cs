using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.RuntimeClasses;

[ApiType("io.k8s.api.node.v1.Overhead")]
public sealed partial record Overhead
{
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? PodFixed { get; init; }
}
