using ActorKube.Api.Meta;
using ActorKube.Api.Metrics;

namespace ActorKube.Api.ApiRegistration;

/// <summary>The groups and versions that the server serves itself, in the order of their priority.</summary>
public static class ApiServiceBootstrap
{
    /// <summary>Marks services that the server keeps: <c>onstart</c>.</summary>
    public const string ManagedLabel = "kube-aggregator.kubernetes.io/automanaged";

    public static IReadOnlyList<APIService> ApiServices { get; } =
    [
        Create("", "v1", 18000, 1),
        Create("apps", "v1", 17800, 15),
        Create("events.k8s.io", "v1", 17750, 15),
        Create("authentication.k8s.io", "v1", 17700, 15),
        Create("authorization.k8s.io", "v1", 17600, 15),
        Create("autoscaling", "v2", 17500, 30),
        Create("autoscaling", "v1", 17500, 15),
        Create("batch", "v1", 17400, 15),
        Create("certificates.k8s.io", "v1", 17300, 15),
        Create("networking.k8s.io", "v1", 17200, 15),
        Create("policy", "v1", 17100, 15),
        Create("rbac.authorization.k8s.io", "v1", 17000, 15),
        Create("storage.k8s.io", "v1", 16800, 15),
        Create("admissionregistration.k8s.io", "v1", 16700, 15),
        Create("apiextensions.k8s.io", "v1", 16700, 15),
        Create("scheduling.k8s.io", "v1", 16600, 15),
        Create("coordination.k8s.io", "v1", 16500, 15),
        Create("node.k8s.io", "v1", 16300, 15),
        Create("discovery.k8s.io", "v1", 16200, 15),
        Create("flowcontrol.apiserver.k8s.io", "v1", 16100, 21),
    ];

    /// <summary>Registers metrics.k8s.io, which is served only while this is there: a cluster that measures nothing has none. Its priority is that which Kubernetes' add-on gives it.</summary>
    public static APIService Metrics { get; } = WithoutLabels(Create(MetricsKinds.Group, MetricsKinds.Version, 100, 100));

    private static APIService WithoutLabels(APIService service) => service with { Metadata = service.Metadata with { Labels = null } };

    private static APIService Create(string group, string version, int groupPriority, int versionPriority) => new()
    {
        ApiVersion = "apiregistration.k8s.io/v1",
        Kind = "APIService",
        Metadata = new ObjectMeta
        {
            Name = $"{version}.{group}",
            Labels = new Dictionary<string, string>(StringComparer.Ordinal) { [ManagedLabel] = "onstart" },
        },
        Spec = new()
        {
            Group = group.Length == 0 ? null : group,
            Version = version,
            GroupPriorityMinimum = groupPriority,
            VersionPriority = versionPriority,
        },
        Status = APIServiceConditions.Local,
    };
}
