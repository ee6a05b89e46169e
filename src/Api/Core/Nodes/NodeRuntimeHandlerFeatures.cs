using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Optional features of a runtime handler.</summary>
[ApiType("io.k8s.api.core.v1.NodeRuntimeHandlerFeatures")]
public sealed partial record NodeRuntimeHandlerFeatures
{
    /// <summary>Whether <c>recursiveReadOnly</c> of volume mounts works with it.</summary>
    [Field(1)]
    public bool? RecursiveReadOnlyMounts { get; init; }

    /// <summary>Whether Pods can have user namespaces, also those with volumes.</summary>
    [Field(2)]
    public bool? UserNamespaces { get; init; }
}
