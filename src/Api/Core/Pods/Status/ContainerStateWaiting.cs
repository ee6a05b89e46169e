using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Why a container isn't running yet, or not again.</summary>
[ApiType("io.k8s.api.core.v1.ContainerStateWaiting")]
public sealed partial record ContainerStateWaiting
{
    /// <summary>Short cause, such as <c>ContainerCreating</c>, <c>ImagePullBackOff</c> or <c>CrashLoopBackOff</c>.</summary>
    [Field(1)]
    public string? Reason { get; init; }

    /// <summary>Details of the cause in words, such as the registry's answer.</summary>
    [Field(2)]
    public string? Message { get; init; }
}
