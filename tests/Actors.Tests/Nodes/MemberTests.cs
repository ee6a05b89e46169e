using ActorKube.Actors.Nodes;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Tests.Nodes;

/// <summary>What the loss of a host means for its node and its pods.</summary>
public sealed class MemberTests
{
    private static readonly TimeSpan Safe = TimeSpan.FromSeconds(10.2);

    /// <summary>What holds the pod; for how long its host has been dead; what is decided, with the seconds until the next look.</summary>
    public static TheoryData<string, double, string[], double?> Pods => new()
    {
        { "", 0, ["event NodeLost: Node n is lost: pod is replaced", "status p", "delete p now"], null },
        { "injected", 0, ["event NodeLost: Node n is lost: pod is replaced", "status p", "delete p now"], null },
        { "own 60", 0, [], 60 },
        { "for ever", 0, [], null },
        { "run-once", 0, [], 10.2 },
        { "run-once", 10.1, [], 0.1 },
        { "run-once", 10.2, ["event NodeLost: Node n is lost: pod is replaced", "status p", "delete p now"], null },
        { "run-once own 60", 0, [], 60 },
    };

    [Theory]
    [MemberData(nameof(Pods))]
    public async Task Pod_OfALostMember_GoesAsSoonAsItMay(string hold, double deadFor, string[] expected, double? lookAgain)
    {
        var pod = Holding(Make.Pod("p", node: "n", phase: PodPhases.Running), hold);
        await using var cluster = await Cluster.WithAsync(Make.Node("n"), pod);
        var members = Members(MemberStatus.Dead, deadFor);

        var decision = new LostMemberPods(members, new Observations()).Reconcile(cluster.Context(pod));

        Assert.Equal(expected, decision.Texts());
        Assert.Equal(lookAgain, decision.RequeueAfter?.TotalSeconds);
        Assert.Empty(new TaintEviction(members, new Observations()).Reconcile(cluster.Context(pod)).Actions);
    }

    [Theory]
    [InlineData(MemberStatus.Active)]
    [InlineData(MemberStatus.Stopped)]
    public async Task Pod_OfAMemberThatIsExpectedBack_Stays(MemberStatus status)
    {
        var pod = Make.Pod("p", node: "n", phase: PodPhases.Running);
        await using var cluster = await Cluster.WithAsync(Make.Node("n"), pod);
        Assert.Empty(new LostMemberPods(Members(status, 0), new Observations()).Reconcile(cluster.Context(pod)).Actions);
    }

    [Theory]
    [InlineData(MemberStatus.Active, false)]
    [InlineData(MemberStatus.Stopped, false)]
    [InlineData(MemberStatus.Dead, true)]
    public async Task Node_OfAMember_IsLostWhenTheMemberIsAndNotBefore(MemberStatus status, bool lost)
    {
        var node = Make.Node("n");
        await using var cluster = await Cluster.WithAsync(node);

        // Nobody has heard of its lease for a day.
        cluster.Time.Advance(TimeSpan.FromDays(1));
        var check = new NodeHealth(Members(status, 0), new Observations()).Check(cluster.Context(node), node);

        Assert.Equal(lost, check.Lost is not null);
        Assert.Equal(lost ? ConditionStatus.Unknown : null, check.Lost is { } found ? NodeConditions.Find(found, NodeConditions.Ready)!.Status : null);
    }

    [Theory]
    [InlineData(MemberStatus.Active, null, false)]
    [InlineData(MemberStatus.Stopped, null, false)]
    [InlineData(MemberStatus.Dead, null, true)]
    [InlineData(MemberStatus.Active, "2025-01-01T00:00:00Z", true)]
    [InlineData(null, null, false)]
    [InlineData(null, "2025-01-01T00:00:00Z", true)]
    public async Task Node_ThatIsCarried_IsThereAsLongAsItsCarrierIsAndSaysSo(MemberStatus? carrier, string? lostSince, bool lost)
    {
        var node = Carried(lostSince);
        var pod = Make.Pod("p", node: "far", phase: PodPhases.Running);
        await using var cluster = await Cluster.WithAsync(node, pod);
        var members = carrier is { } status ? Members(status, 0) : new NodeMembers(null, Safe);

        var check = new NodeHealth(members, new Observations()).Check(cluster.Context(node), node);
        var decision = new LostMemberPods(members, new Observations()).Reconcile(cluster.Context(pod));

        Assert.Equal((lost, null), (check.Lost is not null, check.LookAgainAfter));
        Assert.Equal(lost ? ["event NodeLost: Node far is lost: pod is replaced", "status p", "delete p now"] : [], decision.Texts());
    }

    [Fact]
    public async Task Death_OfACarrier_ConcernsWhatItCarriesToo()
    {
        await using var cluster = await Cluster.WithAsync(Carried(null), Make.Node("m"), Make.Pod("p", node: "far"), Make.Pod("q", node: "m"));
        var alive = new StubMembership().With("n", MemberStatus.Active).With("m", MemberStatus.Active).View;
        var dead = new StubMembership().With("n", MemberStatus.Dead).With("m", MemberStatus.Active).View;

        Assert.Equal(["p"], PodsOf(MemberConcerns.Of(alive, dead, cluster.View.Snapshot())));
        Assert.Contains(new ObjectKey("nodes", "", "far"), MemberConcerns.Of(alive, dead, cluster.View.Snapshot()));
        Assert.Contains(new ObjectKey("nodes", "", "far"), MemberConcerns.Of(dead, alive, cluster.View.Snapshot()));
    }

    /// <summary>Its pods may have heard of the node's taints before their host knew of the death, and found nothing to do.</summary>
    [Fact]
    public async Task Death_IsHeardOf_ConcernsThePodsOfTheNodeOnce()
    {
        await using var cluster = await Cluster.WithAsync(Make.Node("n"), Make.Node("m"), Make.Pod("p", node: "n"), Make.Pod("q", node: "m"), Make.Pod("r"));
        var alive = new StubMembership().With("n", MemberStatus.Active).With("m", MemberStatus.Active).View;
        var dead = new StubMembership().With("n", MemberStatus.Dead).With("m", MemberStatus.Active).View;

        Assert.Equal(["p"], PodsOf(MemberConcerns.Of(alive, dead, cluster.View.Snapshot())));
        Assert.Equal(["p"], PodsOf(MemberConcerns.Of(MembershipView.Empty, dead, cluster.View.Snapshot())));
        Assert.Empty(PodsOf(MemberConcerns.Of(dead, dead, cluster.View.Snapshot())));
        Assert.Empty(PodsOf(MemberConcerns.Of(dead, alive, cluster.View.Snapshot())));
        Assert.Contains(new ObjectKey("nodes", "", "n"), MemberConcerns.Of(dead, alive, cluster.View.Snapshot()));
    }

    private static IEnumerable<string> PodsOf(IEnumerable<ObjectKey> keys) => keys.Where(static k => k.Resource == "pods").Select(static k => k.Name);

    /// <summary>The host n carries it.</summary>
    private static Node Carried(string? lostSince)
    {
        var annotations = new Dictionary<string, string> { [NodeCarriage.Carrier] = "n" };
        if (lostSince is not null)
        {
            annotations[NodeCarriage.LostSince] = lostSince;
        }

        var node = Make.Node("far");
        return node with { Metadata = node.Metadata with { Annotations = annotations } };
    }

    private static NodeMembers Members(MemberStatus status, double deadFor) => new(new StubMembership().With("n", status, TimeSpan.FromSeconds(deadFor)), Safe);

    private static Pod Holding(Pod pod, string hold)
    {
        var tolerations = new List<Toleration>();
        if (hold.Contains("injected", StringComparison.Ordinal) || hold.Contains("own", StringComparison.Ordinal))
        {
            tolerations.Add(Unreachable(hold.Contains("own", StringComparison.Ordinal) ? 60 : 300));
        }
        else if (hold == "for ever")
        {
            tolerations.Add(Unreachable(null));
        }

        var annotations = hold.Contains("run-once", StringComparison.Ordinal) ? new Dictionary<string, string> { [RunOnce.Annotation] = "true" } : null;
        return pod with { Metadata = pod.Metadata with { Annotations = annotations }, Spec = pod.Spec with { Tolerations = tolerations } };
    }

    private static Toleration Unreachable(long? seconds) => new() { Key = TaintKeys.Unreachable, Operator = "Exists", Effect = TaintKeys.NoExecute, TolerationSeconds = seconds };
}
