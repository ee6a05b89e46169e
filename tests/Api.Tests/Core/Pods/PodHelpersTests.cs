using ActorKube.Api.Core;
using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodHelpersTests
{
    [Fact]
    public void Requests_InitAndSidecars_AreTheHigherOfStartAndRun()
    {
        // The example of the class: init a 2, sidecar b 1, init c 3, containers d 1 and e 1, overhead 0.5.
        var pod = Pod("""
            "overhead":{"cpu":"500m"},
            "initContainers":[{"name":"a","resources":{"requests":{"cpu":"2"}}},{"name":"b","restartPolicy":"Always","resources":{"requests":{"cpu":"1"}}},{"name":"c","resources":{"requests":{"cpu":"3"}}}],
            "containers":[{"name":"d","resources":{"requests":{"cpu":"1"}}},{"name":"e","resources":{"requests":{"cpu":"1","memory":"1Gi"}}}]
            """);
        Assert.Equal(["cpu=4500m", "memory=1Gi"], PodResources.Requests(pod).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={e.Value}"));
    }

    [Fact]
    public void Limits_Overhead_IsAddedOnlyToLimits() => Assert.Equal(
        ["cpu=1500m"],
        PodResources.Limits(Pod("\"overhead\":{\"cpu\":\"500m\",\"memory\":\"1Mi\"}," + Container("\"resources\":{\"limits\":{\"cpu\":\"1\"}}"))).Select(e => $"{e.Key}={e.Value}"));

    [Fact]
    public void HostPorts_ContainersAndSidecars_AreListed() => Assert.Equal(
        [new HostPort("0.0.0.0", "TCP", 80), new HostPort("1.1.1.1", "UDP", 81)],
        PodPorts.HostPorts(Pod("""
            "containers":[{"name":"c","ports":[{"containerPort":1,"hostPort":80},{"containerPort":2}]}],
            "initContainers":[{"name":"i","ports":[{"containerPort":3,"hostPort":83}]},{"name":"s","restartPolicy":"Always","ports":[{"containerPort":4,"hostPort":81,"protocol":"UDP","hostIP":"1.1.1.1"}]}]
            """)));

    [Theory]
    [InlineData("0.0.0.0", "TCP", 80, true)]
    [InlineData("1.1.1.1", "TCP", 80, true)]
    [InlineData("2.2.2.2", "TCP", 80, false)]
    [InlineData("1.1.1.1", "UDP", 80, false)]
    [InlineData("1.1.1.1", "TCP", 81, false)]
    public void HostPort_Other_Conflicts(string ip, string protocol, int port, bool expected) =>
        Assert.Equal(expected, new HostPort("1.1.1.1", "TCP", 80).ConflictsWith(new HostPort(ip, protocol, port)));

    [Fact]
    public void Conditions_SameStatus_KeepTheirTransition()
    {
        var first = PodConditions.With(new PodStatus(), PodConditions.Ready, ConditionStatus.False, Now, "A");
        var second = PodConditions.With(first, PodConditions.Ready, ConditionStatus.False, Now.AddSeconds(1), "B");
        var third = PodConditions.With(second, PodConditions.Ready, ConditionStatus.True, Now.AddSeconds(2));
        Assert.Equal((Now, "B"), (PodConditions.Find(second, PodConditions.Ready)!.LastTransitionTime!.Value, second.Conditions![0].Reason));
        Assert.Equal(Now.AddSeconds(2), third.Conditions![0].LastTransitionTime);
        Assert.Same(third, PodConditions.With(third, PodConditions.Ready, ConditionStatus.True, Now.AddSeconds(3)));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(10, 9, false)]
    [InlineData(10, 10, true)]
    public void Available_AfterMinReadySeconds(int minReady, int elapsed, bool expected)
    {
        var pod = new Pod { Status = PodConditions.With(new PodStatus(), PodConditions.Ready, ConditionStatus.True, Now) };
        Assert.True(PodReadiness.IsReady(pod));
        Assert.Equal(expected, PodReadiness.IsAvailable(pod, minReady, Now.AddSeconds(elapsed)));
    }

    [Theory]
    [InlineData("metadata.labels['a']", "metadata.labels", "a")]
    [InlineData("metadata.annotations['a[b]c']", "metadata.annotations", "a[b]c")]
    [InlineData("metadata.labels['']", "metadata.labels", "")]
    [InlineData("metadata.labels", "metadata.labels", null)]
    [InlineData("['a']", "['a']", null)]
    public void FieldPath_Subscript_IsSplit(string text, string path, string? subscript) => Assert.Equal((path, subscript), PodFieldPath.Split(text));
}
