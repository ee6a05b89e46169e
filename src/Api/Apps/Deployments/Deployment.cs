using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

[ApiType("io.k8s.api.apps.v1.Deployment")]
public sealed partial record Deployment : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public DeploymentSpec Spec { get; init; } = new();

    [Field(3)]
    public DeploymentStatus Status { get; init; } = new();
}
