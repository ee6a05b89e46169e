using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>File with one fact about the Pod; exactly one source must be set.</summary>
[ApiType("io.k8s.api.core.v1.DownwardAPIVolumeFile")]
public sealed partial record DownwardAPIVolumeFile
{
    /// <summary>Path of the file in the volume: relative, and not beginning with two dots.</summary>
    [Field(1, Required = true)]
    public string Path { get; init; } = "";

    /// <summary>Field of the Pod: name, namespace, UID, labels or annotations.</summary>
    [Field(2)]
    public ObjectFieldSelector? FieldRef { get; init; }

    /// <summary>Request or limit of a container: CPU, memory, ephemeral storage or huge pages.</summary>
    [Field(3)]
    public ResourceFieldSelector? ResourceFieldRef { get; init; }

    /// <summary>Permission bits of this file, 0 to 0777, in decimal; the volume's <c>defaultMode</c> when absent.</summary>
    [Field(4)]
    public int? Mode { get; init; }
}
