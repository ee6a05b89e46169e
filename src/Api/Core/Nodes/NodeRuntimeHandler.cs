using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.NodeRuntimeHandler")]
public sealed partial record NodeRuntimeHandler
{
    [Field(1)]
    public string Name { get; init; } = "";

    [Field(2)]
    public NodeRuntimeHandlerFeatures? Features { get; init; }
}
