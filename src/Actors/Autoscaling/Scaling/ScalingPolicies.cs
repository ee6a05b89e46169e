using ActorKube.Actors.Autoscaling.State;
using ActorKube.Api.AutoscalingV2;

namespace ActorKube.Actors.Autoscaling.Scaling;

/// <summary>
/// How far policies let replicas change. Each looks at how many there were at the beginning of its period: 10 replicas of which 3 came in the last minute, under "4 pods in 60 s", may become
/// 10 - 3 + 4 = 11.
/// </summary>
internal static class ScalingPolicies
{
    private const string Disabled = "Disabled";
    private const string Min = "Min";

    public static int MostAllowed(int current, AutoscalerState state, HPAScalingRules rules, DateTimeOffset now)
    {
        if (rules.SelectPolicy == Disabled || rules.Policies is not { Count: > 0 } policies)
        {
            return current;
        }

        // Rounded up: a small share of few replicas would never let a pod come.
        var limits = policies.Select(p => Begin(current, state, p, now) is var begin && p.Type == "Pods" ? begin + p.Value : (int)Math.Ceiling(begin * (1 + (p.Value / 100.0))));
        return rules.SelectPolicy == Min ? limits.Min() : limits.Max();
    }

    public static int LeastAllowed(int current, AutoscalerState state, HPAScalingRules rules, DateTimeOffset now)
    {
        if (rules.SelectPolicy == Disabled || rules.Policies is not { Count: > 0 } policies)
        {
            return current;
        }

        var limits = policies.Select(p => Begin(current, state, p, now) is var begin && p.Type == "Pods" ? begin - p.Value : (int)(begin * (1 - (p.Value / 100.0))));
        return rules.SelectPolicy == Min ? limits.Max() : limits.Min();
    }

    private static int Begin(int current, AutoscalerState state, HPAScalingPolicy policy, DateTimeOffset now)
    {
        var since = now - TimeSpan.FromSeconds(policy.PeriodSeconds);
        return current - state.Ups.Where(e => e.Time > since).Sum(static e => e.Change) + state.Downs.Where(e => e.Time > since).Sum(static e => e.Change);
    }
}
