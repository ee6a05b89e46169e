using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

[ApiType("io.k8s.api.storage.v1.CSIStorageCapacity")]
public sealed partial record CSIStorageCapacity : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public LabelSelector? NodeTopology { get; init; }

    [Field(3, Required = true)]
    public string StorageClassName { get; init; } = "";

    [Field(4)]
    public Quantity? Capacity { get; init; }

    [Field(5)]
    public Quantity? MaximumVolumeSize { get; init; }
}
