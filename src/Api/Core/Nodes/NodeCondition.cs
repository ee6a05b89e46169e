using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One aspect of a node's health that holds or not.</summary>
[ApiType("io.k8s.api.core.v1.NodeCondition")]
public sealed partial record NodeCondition
{
    /// <summary>
    /// <c>Ready</c> (good when <c>True</c>), or <c>MemoryPressure</c>, <c>DiskPressure</c>, <c>PIDPressure</c> and <c>NetworkUnavailable</c> (bad
    /// when <c>True</c>).
    /// </summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary><c>True</c>, <c>False</c>, or <c>Unknown</c> when the node hasn't been heard of for a while.</summary>
    [Field(2, Required = true)]
    public string Status { get; init; } = "";

    /// <summary>When the node last reported the condition, changed or not.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastHeartbeatTime { get; init; }

    /// <summary>When <c>status</c> last took another value; a new reason or message alone leaves the time as it is.</summary>
    [Field(4, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>CamelCase word for programs that says why the condition has its status.</summary>
    [Field(5)]
    public string? Reason { get; init; }

    /// <summary>Details of the present status in words, for people; may be empty.</summary>
    [Field(6)]
    public string? Message { get; init; }
}
