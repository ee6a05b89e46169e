using ActorKube.Actors.Scheduling;
using ActorKube.Host.Commands;

namespace ActorKube.EndToEnd.Tests.Launcher;

/// <summary>What <c>explain pod</c> prints.</summary>
public sealed class ExplainPodTests
{
    private static readonly RuleReport Room = new("room", 2, 1, 1, false, "2 cpu are wanted, 500m are free where most is");
    private static readonly RuleReport Cordoned = new("cordoned nodes", 1, 1, 0, false, "");
    private static readonly RuleReport Taints = new("taints", 3, 3, 2, true, "not tolerated: k=v:NoSchedule");

    public static TheoryData<PodReport, string> Reports => new()
    {
        { Report("bound", "It is bound to n."), "ns/p: It is bound to n." },
        { Report("missing", "There is no such pod."), "ns/p: There is no such pod." },
        {
            Report("unschedulable", "None of 3 nodes can have it.", true, [Cordoned, Room], ["uncordon one of n1", "on n2: 1500m more cpu"]),
            """
            ns/p: None of 3 nodes can have it.
              cordoned nodes: 1 of 3 nodes (1 refused by it first, 0 by it alone)
              room: 2 of 3 nodes (1 refused by it first, 1 by it alone); 2 cpu are wanted, 500m are free where most is
            It could go somewhere with any of these:
              - uncordon one of n1
              - on n2: 1500m more cpu
            """
        },
        {
            Report("unschedulable", "None of 3 nodes can have it.", false, [Taints], ["tolerate k=v:NoSchedule, which opens n1, n2"]),
            """
            ns/p: None of 3 nodes can have it.
              taints: 3 of 3 nodes (3 refused by it first, 2 by it alone), even if they were empty; not tolerated: k=v:NoSchedule
            It would not fit on these nodes even if they were empty.
            It could go somewhere with any of these:
              - tolerate k=v:NoSchedule, which opens n1, n2
            """
        },
        { Report("schedulable", "It fits on n3.", true, [Room]), "ns/p: It fits on n3.\n  room: 2 of 3 nodes (1 refused by it first, 1 by it alone); 2 cpu are wanted, 500m are free where most is" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Text_OfAReport_SaysAllOfIt(PodReport report, string text) => Assert.Equal(text, ExplainPodCommand.Text(report));

    [Theory]
    [InlineData("web", "default", "web")]
    [InlineData("shop/web", "shop", "web")]
    [InlineData("a/b/c", "", "")]
    [InlineData("/web", "", "web")]
    public void Named_Pod_IsInDefaultUnlessItSaysOtherwise(string text, string space, string name) => Assert.Equal((space, name), ExplainPodCommand.Named(text));

    private static PodReport Report(string state, string summary, bool? everFits = null, RuleReport[]? rules = null, string[]? remedies = null) =>
        new("ns", "p", state, summary, 3, everFits, rules ?? [], remedies ?? []);
}
