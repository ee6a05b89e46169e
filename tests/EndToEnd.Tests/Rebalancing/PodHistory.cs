using System.Globalization;
using System.Text.Json.Nodes;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Rebalancing;

/// <summary>What became of pods, as a watcher saw it.</summary>
internal static class PodHistory
{
    /// <summary>The fewest pods of an app that were ready at any moment since all of its pods were for the first time.</summary>
    public static int FewestReady(IEnumerable<Seen> history, string app, int all)
    {
        var ready = new HashSet<string>(StringComparer.Ordinal);
        var fewest = int.MaxValue;
        foreach (var seen in history.Where(s => LabPods.App(s.Object) == app))
        {
            _ = !seen.IsGone && LabPods.IsReady(seen.Object) ? ready.Add(LabPods.Name(seen.Object)) : ready.Remove(LabPods.Name(seen.Object));
            fewest = ready.Count == all || fewest <= all ? Math.Min(fewest, ready.Count) : fewest;
        }

        return fewest;
    }

    /// <summary>Pods that were evicted, in that order, each with its node and the time, in whole seconds.</summary>
    public static IReadOnlyList<(string Pod, string Node, DateTimeOffset At)> Evictions(IEnumerable<Seen> history) =>
    [
        .. history.Where(static s => LabPods.IsTrue(s.Object, "DisruptionTarget"))
            .DistinctBy(static s => LabPods.Name(s.Object))
            .Select(static s => (LabPods.Name(s.Object), LabPods.Node(s.Object)!, Since(s.Object))),
    ];

    private static DateTimeOffset Since(JsonNode pod) => DateTimeOffset.Parse(
        (string)pod["status"]!["conditions"]!.AsArray().Single(static c => (string?)c!["type"] == "DisruptionTarget")!["lastTransitionTime"]!, CultureInfo.InvariantCulture);
}
