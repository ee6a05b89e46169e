using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Result of a health check of a control plane component.</summary>
[ApiType("io.k8s.api.core.v1.ComponentCondition")]
public sealed partial record ComponentCondition
{
    /// <summary><c>Healthy</c> is the only type of condition here.</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Whether the condition holds: <c>True</c>, <c>False</c>, or <c>Unknown</c> when that can't be told.</summary>
    [Field(2, Required = true)]
    public string Status { get; init; } = "";

    /// <summary>Answer of the component's health check, such as <c>ok</c>.</summary>
    [Field(3)]
    public string? Message { get; init; }

    /// <summary>Error code or text of the health check, if it failed.</summary>
    [Field(4)]
    public string? Error { get; init; }
}
