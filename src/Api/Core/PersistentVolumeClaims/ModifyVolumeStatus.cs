using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ModifyVolumeStatus")]
public sealed partial record ModifyVolumeStatus
{
    [Field(1)]
    public string? TargetVolumeAttributesClassName { get; init; }

    [Field(2, Required = true)]
    public string Status { get; init; } = "";
}
