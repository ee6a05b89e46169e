using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Refers to a workload or other object in the same namespace.</summary>
[ApiType("io.k8s.api.autoscaling.v2.CrossVersionObjectReference")]
public sealed partial record CrossVersionObjectReference
{
    /// <summary>Kind of the object, such as <c>Deployment</c> or <c>Ingress</c>.</summary>
    [Field(1, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Name of the object in the autoscaler's namespace.</summary>
    [Field(2, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>API group and version of the object, such as <c>apps/v1</c>.</summary>
    [Field(3)]
    public string? ApiVersion { get; init; }
}
