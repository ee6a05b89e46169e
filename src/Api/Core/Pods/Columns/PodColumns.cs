using System.Globalization;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>The table of pods.</summary>
internal static class PodColumns
{
    private const string None = "<none>";

    public static readonly IReadOnlyList<Column<Pod>> All =
    [
        Column<Pod>.NameColumn,
        new("Ready", "Containers that are ready, of those that are to run.", static pod => Text($"{PodSummary.Of(pod).Ready}/{PodSummary.Of(pod).Total}")),
        new("Status", "What the pod is doing, or why it isn't running.", static pod => PodSummary.Of(pod).Reason),
        new("Restarts", "string", "", "How often containers were restarted, and how long ago the last time.", 0, static (pod, now) => Restarts(PodSummary.Of(pod), now)),
        Column<Pod>.AgeColumn,
        Wide("IP", "Address of the pod.", static pod => pod.Status.PodIPs is [var first, ..] ? first.Ip : pod.Status.PodIP),
        Wide("Node", "Node that the pod is bound to.", static pod => pod.Spec.NodeName),
        Wide("Nominated Node", "Node that makes room for the pod.", static pod => pod.Status.NominatedNodeName),
        Wide("Readiness Gates", "Readiness gates that are open, of all of them.", Gates),
    ];

    private static Column<Pod> Wide(string name, string description, Func<Pod, string?> value) =>
        new(name, "string", "", description, 1, (pod, _) => value(pod) ?? None);

    private static string Restarts(PodSummary summary, DateTimeOffset now) => summary is { Restarts: > 0, LastRestart: { } last }
        ? Text($"{summary.Restarts} ({Ages.Since(last, now)} ago)")
        : Text($"{summary.Restarts}");

    private static string? Gates(Pod pod) => pod.Spec.ReadinessGates is { Count: > 0 } gates
        ? Text($"{gates.Count(gate => PodConditions.IsTrue(pod.Status, gate.ConditionType))}/{gates.Count}")
        : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
