using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ReplicationController")]
public sealed partial record ReplicationController : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public ReplicationControllerSpec Spec { get; init; } = new();

    [Field(3)]
    public ReplicationControllerStatus Status { get; init; } = new();
}
