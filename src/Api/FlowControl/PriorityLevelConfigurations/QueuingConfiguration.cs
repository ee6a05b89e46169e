using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.QueuingConfiguration")]
public sealed partial record QueuingConfiguration
{
    [Field(1, Always = true)]
    public int Queues { get; init; }

    [Field(2, Always = true)]
    public int HandSize { get; init; }

    [Field(3, Always = true)]
    public int QueueLengthLimit { get; init; }
}
