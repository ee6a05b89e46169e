using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Queues of a level. Shuffle sharding keeps a heavy flow from blocking all others.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.QueuingConfiguration")]
public sealed partial record QueuingConfiguration
{
    /// <summary>Number of queues, default 64. More of them make clashes of flows rarer, 1 gives a single line.</summary>
    [Field(1, Always = true)]
    public int Queues { get; init; }

    /// <summary>Queues dealt to each flow, of which it joins the shortest; default 8, not above <c>queues</c>.</summary>
    [Field(2, Always = true)]
    public int HandSize { get; init; }

    /// <summary>Requests that may wait in a queue, beyond which they are refused; default 50.</summary>
    [Field(3, Always = true)]
    public int QueueLengthLimit { get; init; }
}
