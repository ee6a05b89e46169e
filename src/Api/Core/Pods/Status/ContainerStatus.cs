using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ContainerStatus")]
public sealed partial record ContainerStatus
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2)]
    public ContainerState State { get; init; } = new();

    [Field(3)]
    public ContainerState LastState { get; init; } = new();

    [Field(4, Required = true, Always = true)]
    public bool Ready { get; init; }

    [Field(5, Required = true, Always = true)]
    public int RestartCount { get; init; }

    [Field(6, Required = true)]
    public string Image { get; init; } = "";

    [Field(7, Required = true)]
    public string ImageID { get; init; } = "";

    [Field(8)]
    public string? ContainerID { get; init; }

    [Field(9)]
    public bool? Started { get; init; }

    [Field(10)]
    public IReadOnlyDictionary<string, Quantity>? AllocatedResources { get; init; }

    [Field(11)]
    public ResourceRequirements? Resources { get; init; }

    [Field(12, List = ListType.Map, Keys = ["mountPath"], MergeKey = "mountPath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeMountStatus>? VolumeMounts { get; init; }

    [Field(13)]
    public ContainerUser? User { get; init; }

    [Field(14, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ResourceStatus>? AllocatedResourcesStatus { get; init; }
}
