using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Image that a node has on its disk.</summary>
[ApiType("io.k8s.api.core.v1.ContainerImage")]
public sealed partial record ContainerImage
{
    /// <summary>Names of the image, by tag and by digest.</summary>
    [Field(1, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Size of the image on the node, in bytes.</summary>
    [Field(2)]
    public long SizeBytes { get; init; }
}
