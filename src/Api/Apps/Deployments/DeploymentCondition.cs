using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>One aspect of a Deployment that holds or not.</summary>
[ApiType("io.k8s.api.apps.v1.DeploymentCondition")]
public sealed partial record DeploymentCondition
{
    /// <summary>
    /// <c>Available</c> (enough Pods are), <c>Progressing</c> (a rollout moves on or is done) or <c>ReplicaFailure</c> (Pods can't be created).
    /// </summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Whether the condition holds: <c>True</c>, <c>False</c>, or <c>Unknown</c> when that can't be told.</summary>
    [Field(2, Required = true)]
    public string Status { get; init; } = "";

    /// <summary>When any part of the condition was last written, even without a change of <c>status</c>.</summary>
    [Field(6, Always = true)]
    public DateTimeOffset? LastUpdateTime { get; init; }

    /// <summary>When <c>status</c> last took another value; a new reason or message alone leaves the time as it is.</summary>
    [Field(7, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>CamelCase word for programs that says why the condition has its status.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Details of the present status in words, for people; may be empty.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
