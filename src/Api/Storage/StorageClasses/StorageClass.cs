using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Kind of storage that claims can ask for, and how to make it.</summary>
[ApiType("io.k8s.api.storage.v1.StorageClass")]
public sealed partial record StorageClass : IApiObject
{
    /// <summary>The kind of this object, <c>StorageClass</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>storage.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Driver that makes the volumes, such as <c>ebs.csi.aws.com</c>. Immutable.</summary>
    [Field(2, Required = true)]
    public string Provisioner { get; init; } = "";

    /// <summary>Settings for the driver, at most 512 entries. Immutable.</summary>
    [Field(3)]
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>What becomes of volumes when their claim goes: <c>Delete</c> (default) or <c>Retain</c>. Immutable.</summary>
    [Field(4, KeepEmpty = true, Enum = ["Delete", "Recycle", "Retain"])]
    public string? ReclaimPolicy { get; init; }

    /// <summary>Options for mounting volumes of the class; not checked, a wrong one makes mounting fail.</summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? MountOptions { get; init; }

    /// <summary><c>true</c> lets claims of the class ask for more space later. Default <c>false</c>.</summary>
    [Field(6)]
    public bool? AllowVolumeExpansion { get; init; }

    /// <summary>
    /// <c>Immediate</c> (default), or <c>WaitForFirstConsumer</c>, which makes the volume where the first Pod is placed. Immutable.
    /// </summary>
    [Field(7, KeepEmpty = true, Enum = ["Immediate", "WaitForFirstConsumer"])]
    public string? VolumeBindingMode { get; init; }

    /// <summary>Zones or the like where volumes may be made; everywhere when empty.</summary>
    [Field(8, List = ListType.Atomic)]
    public IReadOnlyList<TopologySelectorTerm>? AllowedTopologies { get; init; }
}
