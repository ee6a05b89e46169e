using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.RuntimeClasses;

[ApiType("io.k8s.api.node.v1.Scheduling")]
public sealed partial record Scheduling
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyDictionary<string, string>? NodeSelector { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<Toleration>? Tolerations { get; init; }
}
