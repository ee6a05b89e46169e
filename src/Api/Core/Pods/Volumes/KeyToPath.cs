using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Maps one entry of a ConfigMap or Secret to a file.</summary>
[ApiType("io.k8s.api.core.v1.KeyToPath")]
public sealed partial record KeyToPath
{
    /// <summary>Key of the entry that becomes the file's content.</summary>
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    /// <summary>Path of the file in the volume: relative, and never upwards.</summary>
    [Field(2, Required = true)]
    public string Path { get; init; } = "";

    /// <summary>Permission bits of this file, 0 to 0777, in decimal; the volume's <c>defaultMode</c> when absent.</summary>
    [Field(3)]
    public int? Mode { get; init; }
}
