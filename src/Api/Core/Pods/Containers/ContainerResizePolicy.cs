using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ContainerResizePolicy")]
public sealed partial record ContainerResizePolicy
{
    [Field(1, Required = true)]
    public string ResourceName { get; init; } = "";

    [Field(2, Required = true)]
    public string RestartPolicy { get; init; } = "";
}
