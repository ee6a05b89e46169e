using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Objects to begin with.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Epoch = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Dictionary<string, string> Labels(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static p => p.Split('=')).ToDictionary(static p => p[0], static p => p[1]);

    public static ObjectMeta Meta(string name, string? labels = null, IApiObject? owner = null) => new()
    {
        Name = name,
        Namespace = "ns",
        Uid = "uid-of-" + name,
        Labels = labels is null ? null : Labels(labels),
        OwnerReferences = owner is null ? null : [Owners.ControllerOf(owner)],
        CreationTimestamp = Epoch,
    };

    public static Pod Pod(string name, IApiObject? owner = null, string labels = "app=web", string? node = null, string phase = PodPhases.Pending, bool ready = false) => new()
    {
        ApiVersion = "v1",
        Kind = "Pod",
        Metadata = Meta(name, labels, owner),
        Spec = new PodSpec { NodeName = node, Containers = [new Container { Name = "c", Image = "img" }], PreemptionPolicy = "PreemptLowerPriority" },
        Status = new PodStatus
        {
            Phase = phase,
            Conditions = ready ? [new PodCondition { Type = PodConditions.Ready, Status = ConditionStatus.True, LastTransitionTime = Epoch }] : null,
        },
    };

    /// <summary>A pod that asks for so much.</summary>
    public static Pod Asking(Pod pod, string cpu, string memory = "0") => pod with
    {
        Spec = pod.Spec with
        {
            Containers = [new Container
            {
                Name = "c",
                Image = "img",
                Resources = new ResourceRequirements
                {
                    Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(cpu), ["memory"] = Quantity.Parse(memory) },
                },
            }],
        },
    };

    public static PodTemplateSpec Template(string image = "img:1", string labels = "app=web") => new()
    {
        Metadata = new ObjectMeta { Labels = Labels(labels) },
        Spec = new PodSpec { Containers = [new Container { Name = "c", Image = image }] },
    };

    public static ReplicaSet ReplicaSet(string name, int replicas, IApiObject? owner = null) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "ReplicaSet",
        Metadata = Meta(name, "app=web", owner) with { Generation = 1 },
        Spec = new ReplicaSetSpec { Replicas = replicas, Selector = new LabelSelector { MatchLabels = Labels("app=web") }, Template = Template() },
        Status = new ReplicaSetStatus { ObservedGeneration = 1 },
    };

    public static Deployment Deployment(int replicas, string image = "img:1", IntOrString? surge = null, IntOrString? unavailable = null) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "Deployment",
        Metadata = Meta("web") with { Generation = 1 },
        Spec = new DeploymentSpec
        {
            Replicas = replicas,
            Selector = new LabelSelector { MatchLabels = Labels("app=web") },
            Template = Template(image),
            Strategy = new DeploymentStrategy
            {
                Type = UpdateStrategies.RollingUpdate,
                RollingUpdate = new RollingUpdateDeployment { MaxSurge = surge ?? "25%", MaxUnavailable = unavailable ?? "25%" },
            },
            RevisionHistoryLimit = 10,
            ProgressDeadlineSeconds = 600,
        },
    };

    public static Node Node(string name, string cpu = "4", int pods = 110, string? labels = null, params Taint[] taints) => new()
    {
        ApiVersion = "v1",
        Kind = "Node",
        Metadata = Meta(name, labels ?? "kubernetes.io/hostname=" + name) with { Namespace = null },
        Spec = new NodeSpec { Taints = taints.Length == 0 ? null : taints },
        Status = new NodeStatus
        {
            Allocatable = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(cpu), ["memory"] = Quantity.Parse("16Gi"), ["pods"] = new Quantity(pods) },
            Conditions = [new NodeCondition { Type = "Ready", Status = ConditionStatus.True, LastHeartbeatTime = Epoch, LastTransitionTime = Epoch }],
        },
    };

    public static ConfigMap ConfigMap(string name, string @namespace = "ns", params OwnerReference[] owners) => new()
    {
        ApiVersion = "v1",
        Kind = "ConfigMap",
        Metadata = Meta(name) with { Namespace = @namespace, OwnerReferences = owners.Length == 0 ? null : owners },
    };

    public static Namespace Namespace(string name = "ns") => new()
    {
        ApiVersion = "v1",
        Kind = "Namespace",
        Metadata = Meta(name) with { Namespace = null },
        Spec = new NamespaceSpec { Finalizers = ["kubernetes"] },
        Status = new NamespaceStatus { Phase = "Active" },
    };

    public static OwnerReference Reference(IApiObject owner, bool block = false) => new()
    {
        ApiVersion = owner.ApiVersion!,
        Kind = owner.Kind!,
        Name = owner.Metadata.Name!,
        Uid = owner.Metadata.Uid!,
        BlockOwnerDeletion = block,
    };

    public static T Deleting<T>(T value, params string[] finalizers)
        where T : IApiObject => (T)value.With(value.Metadata with
    {
        DeletionTimestamp = Epoch,
        DeletionGracePeriodSeconds = 0,
        Finalizers = finalizers.Length == 0 ? null : finalizers,
    });
}
