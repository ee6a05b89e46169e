using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Metrics;

/// <summary>The kinds of metrics.k8s.io. Nothing of them is stored: what is read is measured. They are served while their APIService is there.</summary>
public static class MetricsKinds
{
    public const string Group = "metrics.k8s.io";
    public const string Version = "v1beta1";

    private static readonly string[] Verbs = ["get", "list"];

    public static Kind<NodeMetrics> Nodes { get; } = new()
    {
        Group = Group,
        Version = Version,
        Name = "NodeMetrics",
        Plural = "nodes",
        Singular = "",
        Namespaced = false,
        Verbs = Verbs,
        TableColumns = Columns<NodeMetrics>(static m => m.Usage, static m => m.Window),
    };

    public static Kind<PodMetrics> Pods { get; } = new()
    {
        Group = Group,
        Version = Version,
        Name = "PodMetrics",
        Plural = "pods",
        Singular = "",
        Verbs = Verbs,
        TableColumns = Columns<PodMetrics>(static m => UsageQuantities.Sum((m.Containers ?? []).Select(static c => c.Usage)), static m => m.Window),
    };

    public static IReadOnlyList<Kind> All { get; } = [Nodes, Pods];

    private static IReadOnlyList<Column<T>> Columns<T>(Func<T, IReadOnlyDictionary<string, Quantity>?> usage, Func<T, string> window)
        where T : IApiObject =>
    [
        Column<T>.NameColumn,
        new("cpu", "string", "quantity", "", 0, (m, _) => usage(m)?.GetValueOrDefault("cpu").ToString()),
        new("memory", "string", "quantity", "", 0, (m, _) => usage(m)?.GetValueOrDefault("memory").ToString()),
        new("Window", "string", "duration", "", 0, (m, _) => window(m)),
    ];
}
