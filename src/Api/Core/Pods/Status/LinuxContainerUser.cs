using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.LinuxContainerUser")]
public sealed partial record LinuxContainerUser
{
    [Field(1, Required = true, Always = true)]
    public long Uid { get; init; }

    [Field(2, Required = true, Always = true)]
    public long Gid { get; init; }

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<long>? SupplementalGroups { get; init; }
}
