using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Linux user and groups of a container's first process.</summary>
[ApiType("io.k8s.api.core.v1.LinuxContainerUser")]
public sealed partial record LinuxContainerUser
{
    /// <summary>UID with which the container's first process was started.</summary>
    [Field(1, Required = true, Always = true)]
    public long Uid { get; init; }

    /// <summary>GID with which the container's first process was started.</summary>
    [Field(2, Required = true, Always = true)]
    public long Gid { get; init; }

    /// <summary>Further GIDs of the first process, including those that the image gives it.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<long>? SupplementalGroups { get; init; }
}
