using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Metrics;
using ActorKube.Api.Text;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.ResourceMetrics;

/// <summary>Readings of one moment, found by the objects that they are of. A reading goes with the pod that was measured, not with a later one of its name.</summary>
internal sealed class UsageTable(IReadOnlyList<NodeReading> readings, DateTimeOffset now)
{
    private readonly Dictionary<string, NodeReading> _nodes = readings.ToDictionary(static r => r.Node, StringComparer.Ordinal);

    private readonly Dictionary<(string Namespace, string Name), PodReading> _pods =
        readings.SelectMany(static r => r.Pods).GroupBy(static p => (p.Namespace, p.Name)).ToDictionary(static g => g.Key, static g => g.MaxBy(static p => p.Time)!);

    /// <summary>Null for a node that nobody has measured.</summary>
    public IApiObject? Node(StoredObject node) => _nodes.GetValueOrDefault(node.Key.Name) is not { } reading ? null : new NodeMetrics
    {
        Kind = MetricsKinds.Nodes.Name,
        ApiVersion = MetricsKinds.Nodes.ApiVersion,
        Metadata = Metadata(node.Read<Node>().Metadata),
        Timestamp = reading.Time,
        Window = GoDurations.Text(reading.Window),
        Usage = UsageQuantities.Of(reading.Usage),
    };

    /// <summary>Null for a pod that nobody has measured, or that doesn't run.</summary>
    public IApiObject? Pod(StoredObject stored)
    {
        if (_pods.GetValueOrDefault((stored.Key.Namespace, stored.Key.Name)) is not { } reading || reading.Uid != stored.Header.Uid || stored.Read<Pod>() is not { Status.Phase: PodPhases.Running } pod)
        {
            return null;
        }

        return new PodMetrics
        {
            Kind = MetricsKinds.Pods.Name,
            ApiVersion = MetricsKinds.Pods.ApiVersion,
            Metadata = Metadata(pod.Metadata),
            Timestamp = reading.Time,
            Window = GoDurations.Text(reading.Window),
            Containers = [.. reading.Containers.Select(static c => new ContainerMetrics { Name = c.Name, Usage = UsageQuantities.Of(c.Usage) })],
        };
    }

    private ObjectMeta Metadata(ObjectMeta source) =>
        new() { Name = source.Name, Namespace = source.Namespace, Labels = source.Labels, CreationTimestamp = now };
}
