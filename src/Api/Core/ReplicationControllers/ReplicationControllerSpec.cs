using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ReplicationControllerSpec")]
public sealed partial record ReplicationControllerSpec
{
    [Field(1)]
    public int? Replicas { get; init; }

    [Field(4)]
    public int MinReadySeconds { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyDictionary<string, string>? Selector { get; init; }

    [Field(3)]
    public PodTemplateSpec? Template { get; init; }
}
