using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>Condition of a failed Pod to look for.</summary>
[ApiType("io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern")]
public sealed partial record PodFailurePolicyOnPodConditionsPattern
{
    /// <summary>Type of the Pod condition to look for, such as <c>DisruptionTarget</c>.</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Status that the condition must have; default <c>True</c>.</summary>
    [Field(2, Required = true)]
    public string Status { get; init; } = "";
}
