using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Operating system that a Pod is made for.</summary>
[ApiType("io.k8s.api.core.v1.PodOS")]
public sealed partial record PodOS
{
    /// <summary>
    /// <c>linux</c> or <c>windows</c>. A node of the other system refuses the Pod; it also decides which security fields are allowed.
    /// </summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";
}
