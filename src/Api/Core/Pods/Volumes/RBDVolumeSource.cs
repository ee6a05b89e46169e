using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.RBDVolumeSource")]
public sealed partial record RBDVolumeSource
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Monitors { get; init; }

    [Field(2, Required = true)]
    public string Image { get; init; } = "";

    [Field(3)]
    public string? FsType { get; init; }

    [Field(4, Default = "\"rbd\"")]
    public string? Pool { get; init; }

    [Field(5, Default = "\"admin\"")]
    public string? User { get; init; }

    [Field(6, Default = "\"/etc/ceph/keyring\"")]
    public string? Keyring { get; init; }

    [Field(7)]
    public LocalObjectReference? SecretRef { get; init; }

    [Field(8)]
    public bool ReadOnly { get; init; }
}
