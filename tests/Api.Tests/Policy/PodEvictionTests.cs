using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Policy;

namespace ActorKube.Api.Tests.Policy;

public sealed class PodEvictionTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("Pending", true)]
    [InlineData("Succeeded", false)]
    [InlineData("Failed", false)]
    public void Decide_PodThatServesNobody_GoesWhateverTheBudget(string phase, bool onlyThisVersion) =>
        Assert.Equal(new EvictionDecision.Delete(onlyThisVersion, null), PodEviction.Decide(Pod(phase), [Budget(0)], Now));

    [Fact]
    public void Decide_NoBudget_Deletes() => Assert.Equal(new EvictionDecision.Delete(false, null), PodEviction.Decide(Pod("Running"), [Budget(0, app: "other")], Now));

    [Fact]
    public void Decide_RoomInBudget_SpendsIt()
    {
        var delete = Assert.IsType<EvictionDecision.Delete>(PodEviction.Decide(Pod("Running"), [Budget(1)], Now));
        Assert.Equal((0, Now), (delete.Budget!.Status.DisruptionsAllowed, delete.Budget.Status.DisruptedPods!["p"]));
        Assert.Equal(("DisruptionAllowed", "False", "InsufficientPods"), (delete.Budget.Status.Conditions![0].Type, delete.Budget.Status.Conditions[0].Status, delete.Budget.Status.Conditions[0].Reason));
    }

    [Fact]
    public void Decide_ExhaustedBudget_RefusesWithTheNumbers()
    {
        var refuse = Assert.IsType<EvictionDecision.Refuse>(PodEviction.Decide(Pod("Running"), [Budget(0)], Now));
        Assert.Equal((429, "Cannot evict pod as it would violate the pod's disruption budget."), (refuse.Error.Code, refuse.Error.Message));
        Assert.Equal("The disruption budget b needs 2 healthy pods and has 1 currently", refuse.Error.Status.Details!.Causes![0].Message);
    }

    [Fact]
    public void Decide_TwoBudgets_IsAnError() =>
        Assert.Equal(500, Assert.IsType<EvictionDecision.Refuse>(PodEviction.Decide(Pod("Running"), [Budget(1), Budget(1)], Now)).Error.Code);

    [Theory]
    [InlineData("AlwaysAllow", 1, true)]
    [InlineData(null, 1, false)]
    [InlineData(null, 2, true)]
    [InlineData("IfHealthyBudget", 2, true)]
    public void Decide_UnhealthyPod_FollowsThePolicy(string? policy, int healthy, bool deleted)
    {
        var budget = Budget(0);
        budget = budget with { Spec = budget.Spec with { UnhealthyPodEvictionPolicy = policy }, Status = budget.Status with { CurrentHealthy = healthy } };
        Assert.Equal(deleted, PodEviction.Decide(Pod("Running", ready: false), [budget], Now) is EvictionDecision.Delete { OnlyThisVersion: true });
    }

    [Fact]
    public void Decide_BudgetNotObservedYet_AsksToComeBack()
    {
        var budget = Budget(1) with { Metadata = new ObjectMeta { Name = "b", Namespace = "n", Generation = 2 } };
        Assert.Equal(10, Assert.IsType<EvictionDecision.Refuse>(PodEviction.Decide(Pod("Running"), [budget], Now)).Error.Status.Details!.RetryAfterSeconds);
    }

    private static Pod Pod(string phase, bool ready = true) => new()
    {
        Metadata = new ObjectMeta { Name = "p", Namespace = "n", Labels = new Dictionary<string, string> { ["app"] = "x" } },
        Status = PodConditions.With(new PodStatus { Phase = phase }, PodConditions.Ready, ready ? ConditionStatus.True : ConditionStatus.False, Now),
    };

    private static PodDisruptionBudget Budget(int allowed, string app = "x") => new()
    {
        Metadata = new ObjectMeta { Name = "b", Namespace = "n" },
        Spec = new PodDisruptionBudgetSpec { Selector = new LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = app } } },
        Status = new PodDisruptionBudgetStatus { DisruptionsAllowed = allowed, DesiredHealthy = 2, CurrentHealthy = 1 },
    };
}
