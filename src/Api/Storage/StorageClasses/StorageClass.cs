using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

[ApiType("io.k8s.api.storage.v1.StorageClass")]
public sealed partial record StorageClass : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true)]
    public string Provisioner { get; init; } = "";

    [Field(3)]
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? ReclaimPolicy { get; init; }

    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? MountOptions { get; init; }

    [Field(6)]
    public bool? AllowVolumeExpansion { get; init; }

    [Field(7, KeepEmpty = true)]
    public string? VolumeBindingMode { get; init; }

    [Field(8, List = ListType.Atomic)]
    public IReadOnlyList<TopologySelectorTerm>? AllowedTopologies { get; init; }
}
