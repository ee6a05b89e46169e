using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.RuntimeClasses;

[ApiType("io.k8s.api.node.v1.RuntimeClass")]
public sealed partial record RuntimeClass : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true)]
    public string Handler { get; init; } = "";

    [Field(3)]
    public Overhead? Overhead { get; init; }

    [Field(4)]
    public Scheduling? Scheduling { get; init; }
}
