using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.EndpointAddress", Atomic = true)]
public sealed partial record EndpointAddress
{
    [Field(1, Required = true)]
    public string Ip { get; init; } = "";

    [Field(3)]
    public string? Hostname { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? NodeName { get; init; }

    [Field(2)]
    public ObjectReference? TargetRef { get; init; }
}
