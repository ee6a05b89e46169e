using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Metrics;

/// <summary>What one container of a Pod uses.</summary>
[ApiType("io.k8s.metrics.pkg.apis.metrics.v1beta1.ContainerMetrics")]
public sealed partial record ContainerMetrics
{
    /// <summary>Name of the container, unique in its Pod.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary><c>cpu</c> in cores, and <c>memory</c> in bytes that can't be taken back without cost.</summary>
    [Field(2, Required = true)]
    public IReadOnlyDictionary<string, Quantity>? Usage { get; init; }
}
