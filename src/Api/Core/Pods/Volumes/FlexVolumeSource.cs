using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.FlexVolumeSource")]
public sealed partial record FlexVolumeSource
{
    [Field(1, Required = true)]
    public string Driver { get; init; } = "";

    [Field(2)]
    public string? FsType { get; init; }

    [Field(3)]
    public LocalObjectReference? SecretRef { get; init; }

    [Field(4)]
    public bool ReadOnly { get; init; }

    [Field(5)]
    public IReadOnlyDictionary<string, string>? Options { get; init; }
}
