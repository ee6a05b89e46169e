using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.ServiceAccountSubject")]
public sealed partial record ServiceAccountSubject
{
    [Field(1, Required = true)]
    public string Namespace { get; init; } = "";

    [Field(2, Required = true)]
    public string Name { get; init; } = "";
}
