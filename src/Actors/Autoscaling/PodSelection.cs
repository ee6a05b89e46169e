using ActorKube.Actors.Shared;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Autoscaling;

/// <summary>The pods that an autoscaler looks at, or why it must not.</summary>
/// <param name="Problem">Null when all is well.</param>
internal sealed record PodSelection(LabelQuery Selector, IReadOnlyList<Pod> Pods, SelectionProblem? Problem = null)
{
    public static PodSelection Of(ViewSnapshot view, KindRegistry kinds, HorizontalPodAutoscaler autoscaler, ScaleTarget target, TimeSpan syncPeriod, DateTimeOffset now)
    {
        var text = target.Selector;
        if (text.Length == 0)
        {
            return Wrong("SelectorRequired", "InvalidSelector", "selector is required", "the HPA target's scale is missing a selector");
        }

        if (!LabelQuery.TryParse(text, out var selector, out var error))
        {
            var message = $"couldn't convert selector into a corresponding internal selector object: {error}";
            return Wrong("InvalidSelector", "InvalidSelector", message, message);
        }

        var stored = Select(view, autoscaler.Metadata.Namespace ?? "", selector);
        var others = Others(view, kinds, autoscaler, stored, syncPeriod, now);
        if (others.Count > 0)
        {
            var names = others.Append(autoscaler.Metadata.Name!).Order(StringComparer.Ordinal).Select(n => $"{autoscaler.Metadata.Namespace}/{n}");
            var message = $"pods by selector {text} are controlled by multiple HPAs: [{string.Join(' ', names)}]";
            return Wrong("AmbiguousSelector", "AmbiguousSelector", message, message);
        }

        return new PodSelection(selector, [.. stored.Select(static s => s.Read<Pod>())]);
    }

    private static PodSelection Wrong(string eventReason, string reason, string message, string condition) =>
        new(LabelQuery.Nothing, [], new SelectionProblem(eventReason, reason, message, condition));

    private static List<StoredObject> Select(ViewSnapshot view, string @namespace, LabelQuery selector) =>
        [.. view.List(Resources.Pods, @namespace).Where(s => Matches(selector, s))];

    private static bool Matches(LabelQuery selector, StoredObject stored)
    {
        var labels = stored.Header.Labels;
        return selector.Matches(key => labels[key]);
    }

    private static List<string> Others(ViewSnapshot view, KindRegistry kinds, HorizontalPodAutoscaler autoscaler, List<StoredObject> pods, TimeSpan syncPeriod, DateTimeOffset now) =>
    [
        .. view.List(Resources.HorizontalPodAutoscalers, autoscaler.Metadata.Namespace ?? "")
            .Where(s => s.Key.Name != autoscaler.Metadata.Name)
            .Select(static s => s.Read<HorizontalPodAutoscaler>())
            .Where(o => Counts(o, autoscaler, syncPeriod, now) && SelectsAny(view, kinds, o, pods))
            .Select(static o => o.Metadata.Name!),
    ];

    /// <summary>
    /// In Kubernetes an autoscaler is known by what it selects once it was looked after. So the older of two works until the younger is looked at; the younger, which came later, never does. Half a
    /// period lies between, so that the order in which the two are looked after within one doesn't matter.
    /// </summary>
    private static bool Counts(HorizontalPodAutoscaler other, HorizontalPodAutoscaler autoscaler, TimeSpan syncPeriod, DateTimeOffset now) =>
        IsOlder(other, autoscaler)
        || other.Status.Conditions?.FirstOrDefault(static c => c.Type == AutoscalerConditions.Active) is { Reason: not AutoscalerConditions.Disabled, LastTransitionTime: { } since } && since + (syncPeriod / 2) <= now;

    private static bool IsOlder(HorizontalPodAutoscaler other, HorizontalPodAutoscaler autoscaler) =>
        (other.Metadata.CreationTimestamp ?? default).CompareTo(autoscaler.Metadata.CreationTimestamp ?? default) is var order
        && (order < 0 || (order == 0 && string.CompareOrdinal(other.Metadata.Name, autoscaler.Metadata.Name) < 0));

    private static bool SelectsAny(ViewSnapshot view, KindRegistry kinds, HorizontalPodAutoscaler other, List<StoredObject> pods) =>
        ScaleTarget.Find(view, kinds, other.Metadata.Namespace ?? "", other.Spec.ScaleTargetRef, out _) is { Wanted: > 0 } target
        && LabelQuery.TryParse(target.Selector, out var selector, out _) && target.Selector.Length > 0 && pods.Any(p => Matches(selector, p));
}

/// <summary>Why an autoscaler's pods are not to be had.</summary>
internal sealed record SelectionProblem(string EventReason, string Reason, string Message, string Condition);
