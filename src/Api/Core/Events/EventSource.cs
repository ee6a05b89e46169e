using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Component and node that an event comes from.</summary>
[ApiType("io.k8s.api.core.v1.EventSource")]
public sealed partial record EventSource
{
    /// <summary>Component that reports the event, such as <c>default-scheduler</c>.</summary>
    [Field(1)]
    public string? Component { get; init; }

    /// <summary>Node on which the component runs, if it is tied to one.</summary>
    [Field(2)]
    public string? Host { get; init; }
}
