using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume with facts about the Pod as files, updated when they change.</summary>
[ApiType("io.k8s.api.core.v1.DownwardAPIVolumeSource")]
public sealed partial record DownwardAPIVolumeSource
{
    /// <summary>Files to make, each with one fact about the Pod.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<DownwardAPIVolumeFile>? Items { get; init; }

    /// <summary>Permission bits of files, 0 to 0777, default 0644. JSON has no octal numbers: write 420.</summary>
    [Field(2)]
    public int? DefaultMode { get; init; }
}
