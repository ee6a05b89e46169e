using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>User and groups that a container's first process was started with.</summary>
[ApiType("io.k8s.api.core.v1.ContainerUser")]
public sealed partial record ContainerUser
{
    /// <summary>Linux user and groups at the start; they may change while the process runs.</summary>
    [Field(1)]
    public LinuxContainerUser? Linux { get; init; }
}
