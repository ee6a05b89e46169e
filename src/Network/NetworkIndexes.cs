using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Network;

/// <summary>Indexes that a view needs for what this project does.</summary>
public static class NetworkIndexes
{
    /// <summary>Endpoint slices by the service that they are of, as <c>namespace/name</c>.</summary>
    public const string SlicesOfService = "slices-of-service";

    /// <summary>Label by which a slice names its service.</summary>
    internal const string ServiceNameLabel = "kubernetes.io/service-name";

    internal const string Slices = "endpointslices.discovery.k8s.io";

    internal const string Services = "services";

    internal const string Nodes = "nodes";

    public static IReadOnlyList<IndexDefinition> All { get; } =
    [
        new(SlicesOfService, Slices, static (slice, keys) =>
        {
            if (slice.Header.Labels.TryGetValue(ServiceNameLabel, out var service))
            {
                keys.Add($"{slice.Key.Namespace}/{service}");
            }
        }),
    ];
}
