using ActorKube.Actors.Autoscaling.Scaling;
using ActorKube.Actors.Autoscaling.State;
using ActorKube.Api.AutoscalingV2;

namespace ActorKube.Actors.Tests.Autoscaling;

public sealed class ScalingTests
{
    private static readonly DateTimeOffset Now = AutoscalerBench.Now;

    private static readonly HPAScalingRules UpRules = new()
    {
        StabilizationWindowSeconds = 0,
        SelectPolicy = "Max",
        Policies = [new() { Type = "Pods", Value = 4, PeriodSeconds = 15 }, new() { Type = "Percent", Value = 100, PeriodSeconds = 15 }],
    };

    private static readonly HPAScalingRules DownRules = new() { SelectPolicy = "Max", Policies = [new() { Type = "Percent", Value = 100, PeriodSeconds = 15 }] };

    [Theory]
    [InlineData(3, 20, 6, true, "ScaleUpLimit")]
    [InlineData(1, 20, 4, true, "ScaleUpLimit")]
    [InlineData(8, 20, 10, true, "TooManyReplicas")]
    [InlineData(5, 1, 2, true, "TooFewReplicas")]
    [InlineData(5, 7, 7, false, "DesiredWithinRange")]
    public void Plain_Wish_IsLimited(int current, int desired, int expected, bool limited, string reason)
    {
        var decision = PlainScaling.Decide(new ScaleWish(current, desired, 2, 10), State(), TimeSpan.FromMinutes(5), Now);

        Assert.Equal((expected, limited, reason), (decision.Replicas, decision.IsLimited, decision.Limit.Reason));
        Assert.Equal(desired, decision.State.Recommendations[^1].Replicas);
    }

    [Fact]
    public void Plain_OldRecommendations_AreForgotten()
    {
        var decision = PlainScaling.Decide(new ScaleWish(9, 2, 1, 10), State(recommendations: [(9, 301), (5, 299)]), TimeSpan.FromMinutes(5), Now);

        Assert.Equal((5, "ScaleDownStabilized"), (decision.Replicas, decision.Stability.Reason));
        Assert.Equal([5, 2], decision.State.Recommendations.Select(static r => r.Replicas));
    }

    [Theory]
    [InlineData(3, 20, 7, "ScaleUpLimit")] // 4 more than 3
    [InlineData(6, 20, 10, "TooManyReplicas")]
    [InlineData(5, 4, 4, "DesiredWithinRange")]
    [InlineData(5, 1, 2, "TooFewReplicas")]
    public void Behavior_Defaults_LimitTheRate(int current, int desired, int expected, string reason)
    {
        var decision = Decide(current, desired, new() { ScaleUp = UpRules, ScaleDown = DownRules }, State());

        Assert.Equal((expected, reason), (decision.Replicas, decision.Limit.Reason));
    }

    [Theory]
    [InlineData("Max", 10, 14)] // 100 % of the 7 that there were
    [InlineData("Min", 10, 11)] // 4 more than these 7
    [InlineData("Disabled", 10, 10)]
    public void Policies_WhatCameInThePeriod_Counts(string select, int current, int expected) =>
        Assert.Equal(expected, ScalingPolicies.MostAllowed(current, State(ups: [(3, 10), (5, 60)]), UpRules with { SelectPolicy = select }, Now));

    [Theory]
    [InlineData("Max", 5)] // half of the 10 + 1 that there were
    [InlineData("Min", 9)] // 2 less than these 11
    [InlineData("Disabled", 10)]
    public void Policies_Downwards_TakeTheLargestChange(string select, int expected)
    {
        var rules = new HPAScalingRules { SelectPolicy = select, Policies = [new() { Type = "Pods", Value = 2, PeriodSeconds = 60 }, new() { Type = "Percent", Value = 50, PeriodSeconds = 60 }] };

        Assert.Equal(expected, ScalingPolicies.LeastAllowed(10, State(downs: [(1, 10)]), rules, Now));
    }

    [Fact]
    public void Behavior_UpWindow_GoesAsFarAsTheLowest()
    {
        var decision = Decide(2, 6, new() { ScaleUp = UpRules with { StabilizationWindowSeconds = 60 }, ScaleDown = DownRules }, State(recommendations: [(3, 30), (1, 90)]));

        Assert.Equal((3, "ScaleUpStabilized"), (decision.Replicas, decision.Stability.Reason));
    }

    [Fact]
    public void Behavior_DownWindow_GoesAsFarAsTheHighest()
    {
        var decision = Decide(8, 2, new() { ScaleUp = UpRules, ScaleDown = DownRules with { StabilizationWindowSeconds = 60 } }, State(recommendations: [(8, 61), (5, 30)]));

        Assert.Equal((5, "ScaleDownStabilized"), (decision.Replicas, decision.Stability.Reason));
    }

    [Fact]
    public void Behavior_DownTooFast_IsLimited()
    {
        var slow = new HPAScalingRules { StabilizationWindowSeconds = 0, SelectPolicy = "Max", Policies = [new() { Type = "Pods", Value = 1, PeriodSeconds = 60 }] };
        var decision = Decide(8, 2, new() { ScaleUp = UpRules, ScaleDown = slow }, State());

        Assert.Equal((7, "ScaleDownLimit", true), (decision.Replicas, decision.Limit.Reason, decision.IsLimited));
        Assert.Equal(8, Decide(8, 2, new() { ScaleUp = UpRules, ScaleDown = slow }, State(downs: [(1, 30)])).Replicas);
    }

    [Fact]
    public void Behavior_Changes_AreNotedAsLongAsPoliciesLookBack()
    {
        var behavior = new HorizontalPodAutoscalerBehavior { ScaleUp = UpRules, ScaleDown = DownRules };
        var state = BehaviorScaling.Note(State(ups: [(1, 16), (2, 14)]), behavior, 3, 7, Now);

        Assert.Equal([2, 4], state.Ups.Select(static e => e.Change));
        Assert.Equal(3, BehaviorScaling.Note(state, behavior, 7, 4, Now).Downs.Single().Change);
    }

    private static ScaleDecision Decide(int current, int desired, HorizontalPodAutoscalerBehavior behavior, AutoscalerState state) =>
        BehaviorScaling.Decide(new ScaleWish(current, desired, 2, 10), state, behavior, TimeSpan.FromMinutes(5), Now);

    private static AutoscalerState State((int Replicas, int SecondsAgo)[]? recommendations = null, (int Change, int SecondsAgo)[]? ups = null, (int Change, int SecondsAgo)[]? downs = null) =>
        new("u", Now)
        {
            Recommendations = [.. (recommendations ?? []).Select(static r => new Recommendation(r.Replicas, Now.AddSeconds(-r.SecondsAgo)))],
            Ups = [.. (ups ?? []).Select(static e => new ScaleEvent(e.Change, Now.AddSeconds(-e.SecondsAgo)))],
            Downs = [.. (downs ?? []).Select(static e => new ScaleEvent(e.Change, Now.AddSeconds(-e.SecondsAgo)))],
        };
}
