using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ContainerImage")]
public sealed partial record ContainerImage
{
    [Field(1, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Names { get; init; }

    [Field(2)]
    public long SizeBytes { get; init; }
}
