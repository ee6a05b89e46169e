using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Scheduling;

[ApiType("io.k8s.api.scheduling.v1.PriorityClass")]
public sealed partial record PriorityClass : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true, Always = true)]
    public int Value { get; init; }

    [Field(3)]
    public bool GlobalDefault { get; init; }

    [Field(4)]
    public string? Description { get; init; }

    [Field(5, KeepEmpty = true)]
    public string? PreemptionPolicy { get; init; }
}
