using ActorKube.Actors.Autoscaling.State;
using ActorKube.Api.AutoscalingV2;

namespace ActorKube.Actors.Autoscaling.Scaling;

/// <summary>
/// Limits of an autoscaler that describes its behaviour: first the recommendations of each direction's window (up only as far as the lowest, down only as far as the highest), then what policies
/// allow in their periods.
/// </summary>
internal static class BehaviorScaling
{
    public static ScaleDecision Decide(ScaleWish wish, AutoscalerState state, HorizontalPodAutoscalerBehavior behavior, TimeSpan downWindow, DateTimeOffset now)
    {
        var (up, down) = (behavior.ScaleUp ?? new(), behavior.ScaleDown ?? new());
        var upSince = now - TimeSpan.FromSeconds(up.StabilizationWindowSeconds ?? 0);
        var downSince = now - (down.StabilizationWindowSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : downWindow);
        var stable = Stabilize(wish, state, upSince, downSince);
        var stability = stable == wish.Desired ? Because.Ready : wish.Desired >= wish.Current ? Because.Lower : Because.Higher;
        var (replicas, limit) = Limit(wish with { Desired = stable }, state, up, down, now);
        return new ScaleDecision(replicas, stability, replicas != stable, limit, state.Recommend(wish.Desired, now, upSince < downSince ? upSince : downSince));
    }

    /// <summary>Takes note of a change for as long as a policy of its direction looks back.</summary>
    public static AutoscalerState Note(AutoscalerState state, HorizontalPodAutoscalerBehavior behavior, int before, int after, DateTimeOffset now)
    {
        var policies = (after > before ? behavior.ScaleUp : behavior.ScaleDown)?.Policies ?? [];
        return state.Scale(before, after, now, now - TimeSpan.FromSeconds(policies.Select(static p => p.PeriodSeconds).DefaultIfEmpty().Max()));
    }

    private static int Stabilize(ScaleWish wish, AutoscalerState state, DateTimeOffset upSince, DateTimeOffset downSince)
    {
        var lowest = state.Recommendations.Where(r => r.Time > upSince).Select(static r => r.Replicas).Append(wish.Desired).Min();
        var highest = state.Recommendations.Where(r => r.Time > downSince).Select(static r => r.Replicas).Append(wish.Desired).Max();
        return Math.Min(Math.Max(wish.Current, lowest), highest);
    }

    private static (int Replicas, Because Limit) Limit(ScaleWish wish, AutoscalerState state, HPAScalingRules up, HPAScalingRules down, DateTimeOffset now)
    {
        if (wish.Desired > wish.Current)
        {
            var rate = Math.Max(wish.Current, ScalingPolicies.MostAllowed(wish.Current, state, up, now));
            var most = Math.Min(wish.Maximum, rate);
            return wish.Desired > most ? (most, wish.Maximum > rate ? Because.TooFast : Because.TooMany) : (wish.Desired, Because.WithinRange);
        }

        if (wish.Desired < wish.Current)
        {
            var rate = Math.Min(wish.Current, ScalingPolicies.LeastAllowed(wish.Current, state, down, now));
            var least = Math.Max(wish.Minimum, rate);
            return wish.Desired < least ? (least, wish.Minimum < rate ? Because.TooFastDown : Because.TooFew) : (wish.Desired, Because.WithinRange);
        }

        return (wish.Desired, Because.WithinRange);
    }
}
