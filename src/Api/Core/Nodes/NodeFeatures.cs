using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Features of a node that don't depend on a runtime handler.</summary>
[ApiType("io.k8s.api.core.v1.NodeFeatures")]
public sealed partial record NodeFeatures
{
    /// <summary>Whether <c>supplementalGroupsPolicy</c> of Pods and the user in container statuses are supported.</summary>
    [Field(1)]
    public bool? SupplementalGroupsPolicy { get; init; }
}
