using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.UserSubject")]
public sealed partial record UserSubject
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";
}
