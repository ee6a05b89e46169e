using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>Refers to the workload that is scaled, in the autoscaler's namespace.</summary>
[ApiType("io.k8s.api.autoscaling.v1.CrossVersionObjectReference", Atomic = true)]
public sealed partial record CrossVersionObjectReference
{
    /// <summary>Kind of the workload, such as <c>Deployment</c> or <c>StatefulSet</c>.</summary>
    [Field(1, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Name of the workload in the autoscaler's namespace.</summary>
    [Field(2, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>API group and version of the workload, such as <c>apps/v1</c>.</summary>
    [Field(3)]
    public string? ApiVersion { get; init; }
}
