using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.Subject", Unions = "[{\"discriminator\":\"kind\",\"fields-to-discriminateBy\":{\"group\":\"Group\",\"serviceAccount\":\"ServiceAccount\",\"user\":\"User\"}}]")]
public sealed partial record Subject
{
    [Field(1, Required = true)]
    public string Kind { get; init; } = "";

    [Field(2)]
    public UserSubject? User { get; init; }

    [Field(3)]
    public GroupSubject? Group { get; init; }

    [Field(4)]
    public ServiceAccountSubject? ServiceAccount { get; init; }
}
