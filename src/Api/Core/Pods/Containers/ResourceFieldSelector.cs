using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Request or limit of a container, as a number.</summary>
[ApiType("io.k8s.api.core.v1.ResourceFieldSelector", Atomic = true)]
public sealed partial record ResourceFieldSelector
{
    /// <summary>Container that is meant: required for volumes, while in variables the container itself is the default.</summary>
    [Field(1)]
    public string? ContainerName { get; init; }

    /// <summary>Resource, such as <c>limits.cpu</c> or <c>requests.memory</c>. An unset limit shows what the node can allocate.</summary>
    [Field(2, Required = true)]
    public string Resource { get; init; } = "";

    /// <summary>Unit of the output, such as <c>1m</c> or <c>1Mi</c>; default 1. Fractions are rounded up.</summary>
    [Field(3)]
    public Quantity Divisor { get; init; }
}
