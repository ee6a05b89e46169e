using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Tests.Agent.Support;

namespace ActorKube.NodeAgent.Tests.Agent;

/// <summary>Plans for a pod that must not run twice, on a host that is not vouched for.</summary>
public sealed class FencePlannerTests
{
    [Fact]
    public void Plan_ContainersRun_KillsAllOfThem() =>
        Assert.Equal(["kill side-0", "kill app-0"], Fenced(Records.Prepared(PodBuilder.Pod("web").Init(PodBuilder.Sidecar("side"))).Running("side").Running("app")).Plan());

    [Fact]
    public void Plan_StopUnderWay_IsOvertaken() =>
        Assert.Equal(["kill app-0"], Fenced(Records.Prepared(PodBuilder.Pod("web")).Running("app").Change("app", c => c with { Work = ContainerWork.Stopping })).Plan());

    [Fact]
    public void Plan_KillUnderWay_WaitsForIt() =>
        Assert.Empty(Fenced(Records.Prepared(PodBuilder.Pod("web")).Running("app").Change("app", c => c with { Work = ContainerWork.Killing })).Plan());

    [Fact]
    public void Plan_StartUnderWay_CancelsIt() =>
        Assert.Equal(["cancel app"], Fenced(Records.Prepared(PodBuilder.Pod("web")).Change("app", c => c with { Work = ContainerWork.Starting })).Plan());

    [Fact]
    public void Plan_NothingRuns_StartsNothing()
    {
        Assert.Empty(Fenced(Records.Prepared(PodBuilder.Pod("web"))).Plan());
        Assert.Empty(Fenced(Records.Prepared(PodBuilder.Pod("web")).Exited("app", 137)).Plan());
        Assert.Empty(Fenced(Records.Fresh(PodBuilder.Pod("web"))).Plan());
    }

    [Fact]
    public void Plan_PodEnds_KillsThenCleansUp()
    {
        Assert.Equal(["kill app-0"], Fenced(Records.Prepared(PodBuilder.Pod("web")).Running("app").Deleting()).Plan());
        Assert.Equal(["clean up"], Fenced(Records.Prepared(PodBuilder.Pod("web")).Exited("app", 137).Deleting()).Plan());
    }

    private static PodRecord Fenced(PodRecord record) => record with { Fenced = true };
}
