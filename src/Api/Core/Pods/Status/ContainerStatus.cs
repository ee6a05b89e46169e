using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>What the node reports about one container of a Pod.</summary>
[ApiType("io.k8s.api.core.v1.ContainerStatus")]
public sealed partial record ContainerStatus
{
    /// <summary>Name of the container in the spec; it never changes.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>What the container does at present: wait, run, or nothing since it ended.</summary>
    [Field(2)]
    public ContainerState State { get; init; } = new();

    /// <summary>How the previous run ended; empty while the container was never restarted.</summary>
    [Field(3)]
    public ContainerState LastState { get; init; } = new();

    /// <summary>Whether the readiness probe passes; without a probe, whether the container has started. Sidecars count too.</summary>
    [Field(4, Required = true, Always = true)]
    public bool Ready { get; init; }

    /// <summary>Restarts so far. Approximate: it can drop when old dead containers are cleaned up.</summary>
    [Field(5, Required = true, Always = true)]
    public int RestartCount { get; init; }

    /// <summary>Image that runs, by name; may differ from the spec's name for the same image.</summary>
    [Field(6, Required = true)]
    public string Image { get; init; } = "";

    /// <summary>Digest or identifier of the image that runs.</summary>
    [Field(7, Required = true)]
    public string ImageID { get; init; } = "";

    /// <summary>Identifier of the present container, as <c>&lt;runtime&gt;://&lt;id&gt;</c>; changes with each restart.</summary>
    [Field(8)]
    public string? ContainerID { get; init; }

    /// <summary>Whether the startup probe and the <c>postStart</c> hook have passed; goes back to <c>false</c> on restart.</summary>
    [Field(9)]
    public bool? Started { get; init; }

    /// <summary>Requests that the node has granted; after a resize it may lag behind the spec.</summary>
    [Field(10)]
    public IReadOnlyDictionary<string, Quantity>? AllocatedResources { get; init; }

    /// <summary>Requests and limits that are in effect for the running container.</summary>
    [Field(11)]
    public ResourceRequirements? Resources { get; init; }

    /// <summary>Mounts of the container as they came out.</summary>
    [Field(12, List = ListType.Map, Keys = ["mountPath"], MergeKey = "mountPath", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<VolumeMountStatus>? VolumeMounts { get; init; }

    /// <summary>Identity with which the first process was started.</summary>
    [Field(13)]
    public ContainerUser? User { get; init; }

    /// <summary>Health of the devices allocated to the container.</summary>
    [Field(14, List = ListType.Map, Keys = ["name"], MergeKey = "name", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ResourceStatus>? AllocatedResourcesStatus { get; init; }
}
