using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.DaemonSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>From <c>img:1</c> to <c>img:2</c> on the nodes n1 to n4; n4 is not meant by the new template.</summary>
public sealed class DaemonSetUpdateTests
{
    [Theory]
    [InlineData("1", "1:1R 2:1R 3:1R", "delete agent-1")]
    [InlineData("2", "1:1R 2:1R 3:1R", "delete agent-1,delete agent-2")]
    [InlineData("50%", "1:1R 2:1R 3:1R", "delete agent-1,delete agent-2")]
    [InlineData("1", "1:1T 2:1R 3:1R", "")]
    [InlineData("1", "2:1R 3:1R", "create n1")]
    [InlineData("1", "1:2U 2:1R 3:1R", "")]
    [InlineData("1", "1:2R 2:1R 3:1R", "delete agent-2")]
    [InlineData("1", "1:1U 2:1U 3:1R", "delete agent-1,delete agent-2")]
    [InlineData("1", "1:2U 2:1U 3:1R", "delete agent-2")]
    [InlineData("1", "1:2R 2:2R 3:2R", "")]
    public async Task Replace_OldPods_GoWithinMaxUnavailable(string unavailable, string pods, string expected) =>
        Assert.Equal(expected, await DecideAsync(Sets.Daemon("img:2", 0, IntOrString.Parse(unavailable)), pods));

    [Theory]
    [InlineData("1", "1:1R 2:1R 3:1R", "create n1")]
    [InlineData("100%", "1:1R 2:1R 3:1R", "create n1,create n2,create n3")]
    [InlineData("1", "1a:1R 1b:2U 2:1R 3:1R", "")]
    [InlineData("1", "1a:1R 1b:2R 2:1R 3:1R", "delete agent-1a")]
    [InlineData("1", "1a:1U 1b:2U 2:1R 3:1R", "delete agent-1a")]
    [InlineData("1", "1:1U 2:1R 3:1R", "create n1,create n2")]
    [InlineData("1", "1a:1T 1b:2R 2:1R 3:1R", "create n2")]
    [InlineData("2", "1a:1R 1b:2U 2:1R 3:1R", "create n2")]
    [InlineData("1", "1a:2R 1b:2R 2:1R 3:1R", "delete agent-1b")]
    public async Task Surge_Successors_ComeBesideTheOld(string surge, string pods, string expected) =>
        Assert.Equal(expected, await DecideAsync(Sets.Daemon("img:2", IntOrString.Parse(surge), 0), pods));

    [Fact]
    public async Task OnDelete_OldPods_Stay()
    {
        var set = Sets.Daemon("img:2");
        set = set with { Spec = set.Spec with { UpdateStrategy = new() { Type = UpdateStrategies.OnDelete } } };
        Assert.Equal("", await DecideAsync(set, "1:1R 2:1R 3:1R"));
    }

    [Fact]
    public async Task Template_OfAnOlderVersion_IsKnownByItsGeneration()
    {
        var set = Sets.Daemon("img:2");
        var pod = Sets.Pods(set, "1:1R").Single();
        pod = pod with { Metadata = pod.Metadata with { Labels = new Dictionary<string, string>(pod.Metadata.Labels!) { [DaemonTemplate.GenerationLabel] = "4" } } };
        set = set with { Metadata = set.Metadata with { Annotations = new Dictionary<string, string> { [TemplateGeneration.Annotation] = "4" } } };
        await using var cluster = await Cluster.WithAsync(set, Sets.Revision(set, "img:2", 2), Make.Node("n1"), pod);
        Assert.Equal("", cluster.Decide(new DaemonSetReconciler(cluster.Ledger()), set).InShort());
    }

    private static async Task<string> DecideAsync(DaemonSet set, string pods)
    {
        await using var cluster = await Cluster.WithAsync(
        [
            set, Sets.Revision(set, "img:1", 1), Sets.Revision(set, "img:2", 2), .. Sets.Pods(set, pods),
            Make.Node("n1"), Make.Node("n2"), Make.Node("n3"), Make.Node("n4", taints: new Taint { Key = "special", Effect = "NoSchedule" }),
        ]);
        return cluster.Decide(new DaemonSetReconciler(cluster.Ledger()), set).InShort();
    }
}
