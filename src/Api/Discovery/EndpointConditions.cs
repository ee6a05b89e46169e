using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

/// <summary>State of an endpoint; each is unknown when absent.</summary>
[ApiType("io.k8s.api.discovery.v1.EndpointConditions")]
public sealed partial record EndpointConditions
{
    /// <summary>Whether it should get new traffic: it serves and isn't ending. Absent counts as <c>true</c>.</summary>
    [Field(1)]
    public bool? Ready { get; init; }

    /// <summary>Whether it can answer, even while it is ending. Absent counts as <c>ready</c>.</summary>
    [Field(2)]
    public bool? Serving { get; init; }

    /// <summary>Whether it is ending. Absent counts as <c>false</c>.</summary>
    [Field(3)]
    public bool? Terminating { get; init; }
}
