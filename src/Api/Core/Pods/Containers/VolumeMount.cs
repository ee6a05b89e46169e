using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.VolumeMount")]
public sealed partial record VolumeMount
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2)]
    public bool ReadOnly { get; init; }

    [Field(7, KeepEmpty = true)]
    public string? RecursiveReadOnly { get; init; }

    [Field(3, Required = true)]
    public string MountPath { get; init; } = "";

    [Field(4)]
    public string? SubPath { get; init; }

    [Field(5, KeepEmpty = true)]
    public string? MountPropagation { get; init; }

    [Field(6)]
    public string? SubPathExpr { get; init; }
}
