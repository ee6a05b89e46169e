using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PersistentVolumeClaimSpec")]
public sealed partial record PersistentVolumeClaimSpec
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? AccessModes { get; init; }

    [Field(4)]
    public LabelSelector? Selector { get; init; }

    [Field(2)]
    public VolumeResourceRequirements Resources { get; init; } = new();

    [Field(3)]
    public string? VolumeName { get; init; }

    [Field(5, KeepEmpty = true)]
    public string? StorageClassName { get; init; }

    [Field(6, KeepEmpty = true)]
    public string? VolumeMode { get; init; }

    [Field(7)]
    public TypedLocalObjectReference? DataSource { get; init; }

    [Field(8)]
    public TypedObjectReference? DataSourceRef { get; init; }

    [Field(9, KeepEmpty = true)]
    public string? VolumeAttributesClassName { get; init; }
}
