using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.FlexPersistentVolumeSource")]
public sealed partial record FlexPersistentVolumeSource
{
    [Field(1, Required = true)]
    public string Driver { get; init; } = "";

    [Field(2)]
    public string? FsType { get; init; }

    [Field(3)]
    public SecretReference? SecretRef { get; init; }

    [Field(4)]
    public bool ReadOnly { get; init; }

    [Field(5)]
    public IReadOnlyDictionary<string, string>? Options { get; init; }
}
