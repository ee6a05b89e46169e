using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>Number of replicas that a workload has.</summary>
[ApiType("io.k8s.api.autoscaling.v1.ScaleStatus")]
public sealed partial record ScaleStatus
{
    /// <summary>Number of replicas that the workload reports in its status.</summary>
    [Field(1, Required = true, Always = true)]
    public int Replicas { get; init; }

    /// <summary>Selector of their Pods in the form of a query string, such as <c>app=web</c>.</summary>
    [Field(2)]
    public string? Selector { get; init; }
}
