using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Whether changing the amount of one resource restarts the container.</summary>
[ApiType("io.k8s.api.core.v1.ContainerResizePolicy")]
public sealed partial record ContainerResizePolicy
{
    /// <summary>Resource that is meant, <c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Required = true)]
    public string ResourceName { get; init; } = "";

    /// <summary>
    /// <c>NotRequired</c> applies the change to the running container, <c>RestartContainer</c> restarts it. Default <c>NotRequired</c>.
    /// </summary>
    [Field(2, Required = true)]
    public string RestartPolicy { get; init; } = "";
}
