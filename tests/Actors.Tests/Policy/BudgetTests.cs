using ActorKube.Actors.Actions;
using ActorKube.Actors.Policy.PodDisruptionBudgets;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Meta;
using ActorKube.Api.Policy;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Tests.Policy;

public sealed class BudgetTests
{
    private static readonly PodDisruptionBudgetReconciler Reconciler = new(new ExpectedPods(Cluster.Names, Cluster.Kinds));

    /// <summary>Replicas wanted and ready; what must stay or may be missing; expected, desired and allowed.</summary>
    [Theory]
    [InlineData(5, 5, "3", null, 5, 3, 2)]
    [InlineData(5, 4, "50%", null, 5, 3, 1)]
    [InlineData(5, 5, null, "1", 5, 4, 1)]
    [InlineData(5, 3, null, "1", 5, 4, 0)]
    [InlineData(5, 5, "100%", null, 5, 5, 0)]
    [InlineData(5, 5, null, "30%", 5, 3, 2)]
    public async Task Budget_OfAReplicaSet_AllowsWhatIsLeft(int wanted, int ready, string? min, string? max, int expected, int desired, int allowed)
    {
        var set = Make.ReplicaSet("rs", wanted);
        var pods = Enumerable.Range(0, wanted).Select(i => (IApiObject)Make.Pod($"p{i}", set, ready: i < ready));
        var status = await DecideAsync(Budget(min, max), [set, .. pods]);

        Assert.Equal((expected, desired, ready, allowed), (status.ExpectedPods, status.DesiredHealthy, status.CurrentHealthy, status.DisruptionsAllowed));
        Assert.Equal(allowed > 0 ? "SufficientPods" : "InsufficientPods", status.Conditions!.Single().Reason);
    }

    [Fact]
    public async Task Budget_OfADeployment_CountsItOnce()
    {
        var deployment = Make.Deployment(4);
        var (old, fresh) = (Make.ReplicaSet("old", 3, deployment), Make.ReplicaSet("fresh", 2, deployment));
        var status = await DecideAsync(Budget(null, "1"), deployment, old, fresh, Make.Pod("a", old, ready: true), Make.Pod("b", fresh, ready: true));
        Assert.Equal((4, 3), (status.ExpectedPods, status.DesiredHealthy));
    }

    [Fact]
    public async Task Budget_WithAGrantedEviction_DoesNotCountThePodAndLooksAgain()
    {
        var budget = Budget("1", null);
        budget = budget with { Status = new PodDisruptionBudgetStatus { DisruptedPods = new Dictionary<string, DateTimeOffset> { ["a"] = Make.Epoch, ["gone"] = Make.Epoch } } };
        await using var cluster = await Cluster.WithAsync(budget, Make.Pod("a", ready: true), Make.Pod("b", ready: true));
        var decision = cluster.Decide(Reconciler, budget);
        var status = ((PodDisruptionBudget)decision.Only<ReplaceStatus>().Next).Status;

        Assert.Equal((1, 0), (status.CurrentHealthy, status.DisruptionsAllowed));
        Assert.Equal(["a"], status.DisruptedPods!.Keys);
        Assert.Equal(TimeSpan.FromMinutes(2) + TimeSpan.FromMilliseconds(1), decision.RequeueAfter);
    }

    [Fact]
    public async Task Budget_WhoseControllerIsGone_AllowsNothing()
    {
        var status = await DecideAsync(Budget(null, "1"), Make.Pod("a", Make.ReplicaSet("gone", 1), ready: true));
        Assert.Equal((0, "SyncFailed"), (status.DisruptionsAllowed, status.Conditions!.Single().Reason));
    }

    private static PodDisruptionBudget Budget(string? min, string? max) => new()
    {
        ApiVersion = "policy/v1",
        Kind = "PodDisruptionBudget",
        Metadata = Make.Meta("b") with { Generation = 1 },
        Spec = new PodDisruptionBudgetSpec
        {
            MinAvailable = min is null ? (IntOrString?)null : IntOrString.Parse(min),
            MaxUnavailable = max is null ? (IntOrString?)null : IntOrString.Parse(max),
            Selector = new LabelSelector { MatchLabels = Make.Labels("app=web") },
        },
    };

    private static async Task<PodDisruptionBudgetStatus> DecideAsync(PodDisruptionBudget budget, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([budget, .. others]);
        return ((PodDisruptionBudget)cluster.Decide(Reconciler, budget).Only<ReplaceStatus>().Next).Status;
    }
}
