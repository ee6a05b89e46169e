using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.LimitResponse", Unions = "[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"queuing\":\"Queuing\"}}]")]
public sealed partial record LimitResponse
{
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    [Field(2)]
    public QueuingConfiguration? Queuing { get; init; }
}
