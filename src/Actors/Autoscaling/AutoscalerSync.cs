using System.Collections.Immutable;
using System.Globalization;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Autoscaling.Replicas;
using ActorKube.Actors.Autoscaling.Scaling;
using ActorKube.Actors.Autoscaling.State;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Kinds;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Autoscaling;

/// <summary>
/// One look of an autoscaler at its target, top-down: is there a target, is it out of bounds, what do the metrics ask for, what do the limits leave of it. A pure function of the view, the metrics and
/// the memory. Conditions, reasons and messages are those of Kubernetes' controller.
/// </summary>
internal sealed class AutoscalerSync(StoredObject stored, ReconcileContext context, KindRegistry kinds, AutoscalingOptions options, AutoscalerState memory, MetricReading? reading)
{
    public const string Source = "horizontal-pod-autoscaler";

    private readonly HorizontalPodAutoscaler _value = stored.Read<HorizontalPodAutoscaler>();

    private DateTimeOffset Now => context.Now;

    public ImmutableArray<ReconcileAction> Decide()
    {
        var conditions = AutoscalerConditions.Of(_value, Now);
        var target = ScaleTarget.Find(context.View, kinds, stored.Key.Namespace, _value.Spec.ScaleTargetRef, out var error);
        if (target is null)
        {
            conditions = conditions.With(AutoscalerConditions.Able, false, new("FailedGetScale", $"the HPA controller was unable to get the target's current scale: {error}"));
            return [.. Status(_value.Status with { Conditions = conditions.All }), Warning("FailedGetScale", error), Remember(memory)];
        }

        conditions = conditions.With(AutoscalerConditions.Able, true, new("SucceededGetScale", "the HPA controller was able to get the target's current scale"));
        var state = memory.Begin(target.Wanted, Now);
        var (minimum, maximum) = (_value.Spec.MinReplicas ?? 1, _value.Spec.MaxReplicas);
        if (target.Wanted == 0 && minimum != 0)
        {
            conditions = conditions.With(AutoscalerConditions.Active, false, new(AutoscalerConditions.Disabled, "scaling is disabled since the replica count of the target is zero"));
            return [.. Status(Reported(target, 0, null, conditions)), Remember(state)];
        }

        return target.Wanted > maximum ? Rescale(target, maximum, "Current number of replicas above Spec.MaxReplicas", null, conditions, state)
            : target.Wanted < minimum ? Rescale(target, minimum, "Current number of replicas below Spec.MinReplicas", null, conditions, state)
            : FollowMetrics(target, minimum, conditions, state);
    }

    private ImmutableArray<ReconcileAction> FollowMetrics(ScaleTarget target, int minimum, AutoscalerConditions conditions, AutoscalerState state)
    {
        var metrics = _value.Spec.Metrics ?? [];
        var selection = PodSelection.Of(context.View, kinds, _value, target, options.SyncPeriod, Now);
        if (selection.Problem is { } problem)
        {
            conditions = conditions.With(AutoscalerConditions.Active, false, new(problem.Reason, problem.Condition));
            return
            [
                .. Status(Reported(target, _value.Status.DesiredReplicas, null, conditions)),
                Warning(problem.EventReason, problem.Message),
                Warning("FailedComputeMetricsReplicas", problem.Message),
                Remember(state),
            ];
        }

        if (reading is null)
        {
            return [new ReadMetrics(stored, selection.Selector, metrics)];
        }

        var all = AllMetrics.Of(metrics, reading.Answers, new ScaleSubject(stored.Key.Namespace, target.Wanted, target.Present, selection.Pods, options, Now));
        var failures = all.Failures.Select(f => (ReconcileAction)Warning(f.Reason, f.Message));
        if (all.Replicas is not { } desired)
        {
            var first = all.Failures[0];
            conditions = conditions.With(AutoscalerConditions.Active, false, new(first.Reason, $"the HPA was unable to compute the replica count: {first.Message}"));
            return [.. Status(Reported(target, _value.Status.DesiredReplicas, all.Statuses, conditions)), .. failures, Warning("FailedComputeMetricsReplicas", all.Summary), Remember(state)];
        }

        conditions = conditions.With(AutoscalerConditions.Active, true, new("ValidMetricFound", $"the HPA was able to successfully calculate a replica count from {all.Metric}"));
        var decision = Limit(new ScaleWish(target.Wanted, desired, minimum, _value.Spec.MaxReplicas), state);
        conditions = conditions.With(AutoscalerConditions.Able, true, decision.Stability).With(AutoscalerConditions.Limited, decision.IsLimited, decision.Limit);
        if (decision.Replicas == target.Wanted)
        {
            return [.. Status(Reported(target, target.Wanted, all.Statuses, conditions)), .. failures, Remember(decision.State)];
        }

        // The reason is that of the metrics, also where a limit turns the change round.
        var reason = desired > target.Wanted ? $"{all.Metric} above target" : desired < target.Wanted ? "All metrics below target" : "";
        return [.. failures, .. Rescale(target, decision.Replicas, reason, all.Statuses, conditions, decision.State)];
    }

    private ScaleDecision Limit(ScaleWish wish, AutoscalerState state) => _value.Spec.Behavior is { } behavior
        ? BehaviorScaling.Decide(wish, state, behavior, options.DownscaleStabilization, Now)
        : PlainScaling.Decide(wish, state, options.DownscaleStabilization, Now);

    private ImmutableArray<ReconcileAction> Rescale(
        ScaleTarget target, int replicas, string reason, IReadOnlyList<MetricStatus>? metrics, AutoscalerConditions conditions, AutoscalerState state)
    {
        var size = replicas.ToString(CultureInfo.InvariantCulture);
        var done = conditions.With(AutoscalerConditions.Able, true, new("SucceededRescale", $"the HPA controller was able to update the target scale to {size}"));
        var noted = _value.Spec.Behavior is { } behavior ? BehaviorScaling.Note(state, behavior, target.Wanted, replicas, Now) : state;
        return
        [
            new Attempt(new ReplaceObject(target.Stored, target.With(replicas)))
            {
                // What was done is remembered before it is shown: a status that is refused is written the next time.
                Then = [EmitEvent.Normal(_value, Source, "SuccessfulRescale", $"New size: {size}; reason: {reason}"), Remember(noted), .. Status(Reported(target, replicas, metrics, done) with { LastScaleTime = Now })],
                Else = refusal => Refused(refusal.Message),
            },
        ];

        ImmutableArray<ReconcileAction> Refused(string error)
        {
            var failed = conditions.With(AutoscalerConditions.Able, false, new("FailedUpdateScale", $"the HPA controller was unable to update the target scale: {error}"));
            return
            [
                .. Status(Reported(target, _value.Status.DesiredReplicas, metrics, failed)),
                Warning("FailedRescale", $"New size: {size}; reason: {reason}; error: {error}"),
                Remember(state),
            ];
        }
    }

    private HorizontalPodAutoscalerStatus Reported(ScaleTarget target, int desired, IReadOnlyList<MetricStatus>? metrics, AutoscalerConditions conditions) => new()
    {
        CurrentReplicas = target.Wanted,
        DesiredReplicas = desired,
        LastScaleTime = _value.Status.LastScaleTime,
        CurrentMetrics = metrics,
        Conditions = conditions.All,
    };

    private IEnumerable<ReconcileAction> Status(HorizontalPodAutoscalerStatus status) =>
        ApiEquality.Same(status, _value.Status) ? [] : [new ReplaceStatus(stored, _value with { Status = status })];

    private EmitEvent Warning(string reason, string message) => EmitEvent.Warning(_value, Source, reason, message);

    private RememberState Remember(AutoscalerState state) => new(stored.Key, state with { SyncedAt = Now });
}
