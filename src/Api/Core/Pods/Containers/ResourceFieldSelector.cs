using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ResourceFieldSelector", Atomic = true)]
public sealed partial record ResourceFieldSelector
{
    [Field(1)]
    public string? ContainerName { get; init; }

    [Field(2, Required = true)]
    public string Resource { get; init; } = "";

    [Field(3)]
    public Quantity Divisor { get; init; }
}
