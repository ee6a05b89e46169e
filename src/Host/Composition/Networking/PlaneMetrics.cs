using ActorKube.Network;
using ActorKube.Server.Metrics;

namespace ActorKube.Host.Composition.Networking;

/// <summary>Metrics that all have who program the kernel by what the view says.</summary>
internal static class PlaneMetrics
{
    /// <param name="prefix">Of their names.</param>
    public static IEnumerable<Metric> Of(string prefix, PlaneCounts counts) =>
    [
        new($"{prefix}_changes_total", "counter", "Transactions that took effect.", counts.Changes),
        new($"{prefix}_failures_total", "counter", "Transactions that were refused.", counts.Failures),
        new($"{prefix}_rebuilds_total", "counter", "Transactions that made all rules anew.", counts.Rebuilds),
        new($"{prefix}_change_seconds_total", "counter", "Time from changes in the view to their effect.", counts.Seconds),
        new($"{prefix}_last_change_seconds", "gauge", "The same of the last change.", counts.LastSeconds),
    ];
}
