using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume that puts several sources into one directory.</summary>
[ApiType("io.k8s.api.core.v1.ProjectedVolumeSource")]
public sealed partial record ProjectedVolumeSource
{
    /// <summary>Sources to put into the directory; no two may give the same path.</summary>
    [Field(1, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<VolumeProjection>? Sources { get; init; }

    /// <summary>Permission bits of files, 0 to 0777, default 0644. JSON has no octal numbers: write 420.</summary>
    [Field(2)]
    public int? DefaultMode { get; init; }
}
