using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Facts about the Pod as files of a projected volume.</summary>
[ApiType("io.k8s.api.core.v1.DownwardAPIProjection")]
public sealed partial record DownwardAPIProjection
{
    /// <summary>Files to make, each with one fact about the Pod.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<DownwardAPIVolumeFile>? Items { get; init; }
}
