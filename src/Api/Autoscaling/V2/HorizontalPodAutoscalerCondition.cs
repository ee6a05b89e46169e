using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>One aspect of an autoscaler that holds or not.</summary>
[ApiType("io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerCondition")]
public sealed partial record HorizontalPodAutoscalerCondition
{
    /// <summary><c>AbleToScale</c>, <c>ScalingActive</c> (metrics can be read) or <c>ScalingLimited</c> (a bound holds it back).</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Whether the condition holds: <c>True</c>, <c>False</c>, or <c>Unknown</c> when that can't be told.</summary>
    [Field(2, Required = true)]
    public string Status { get; init; } = "";

    /// <summary>When <c>status</c> last took another value; a new reason or message alone leaves the time as it is.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>CamelCase word for programs that says why the condition has its status.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Details of the present status in words, for people; may be empty.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
