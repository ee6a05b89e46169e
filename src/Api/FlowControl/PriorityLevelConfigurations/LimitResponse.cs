using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>What happens to requests for which there is no seat.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.LimitResponse", Unions = "[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"queuing\":\"Queuing\"}}]")]
public sealed partial record LimitResponse
{
    /// <summary><c>Queue</c> lets them wait while the queue has room, <c>Reject</c> refuses them with <c>429</c>.</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Number and length of the queues; for <c>Queue</c> only.</summary>
    [Field(2)]
    public QueuingConfiguration? Queuing { get; init; }
}
