using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Tests.Agent.Support;
using static ActorKube.NodeAgent.Tests.Agent.Support.PodBuilder;

namespace ActorKube.NodeAgent.Tests.Agent;

public sealed class PodPlannerTests
{
    [Fact]
    public void Plan_NewPod_PreparesVolumesThenSandboxThenContainers()
    {
        var record = Records.Fresh(Pod("web", Container("a"), Container("b")));
        Assert.Equal(["volumes"], record.Plan());
        Assert.Equal(["sandbox 0"], (record with { Volumes = new SetUp { Done = true } }).Plan());
        Assert.Equal(["start a 0", "start b 0"], Records.Prepared(record.Pod).Plan());
    }

    [Fact]
    public void Plan_InitContainers_RunOneByOne()
    {
        var record = Records.Prepared(Pod("web").Init(Container("first"), Container("second")));
        Assert.Equal(["start first 0"], record.Plan());
        Assert.Empty(record.Running("first").Plan());
        Assert.Equal(["start second 0"], record.Exited("first", 0).Plan());
        Assert.Equal(["start app 0"], record.Exited("first", 0).Exited("second", 0).Plan());
        Assert.Equal(["start first 1"], record.Exited("first", 1).Plan());
    }

    [Fact]
    public void Plan_Sidecar_GatesTheNextUntilItHasStarted()
    {
        var record = Records.Prepared(Pod("web").Init(Sidecar("proxy"), Container("setup")));
        Assert.Equal(["start proxy 0"], record.Plan());
        Assert.Empty(record.Running("proxy", started: false).Plan());
        Assert.Equal(["start setup 0"], record.Running("proxy").Plan());
        Assert.Equal(["start proxy 1"], record.Exited("proxy", 0).Exited("setup", 0).Running("app").Plan());
    }

    [Theory]
    [InlineData("Always", 0, "start app 1")]
    [InlineData("Always", 1, "start app 1")]
    [InlineData("OnFailure", 0, "end ")]
    [InlineData("OnFailure", 1, "start app 1")]
    [InlineData("Never", 0, "end ")]
    [InlineData("Never", 1, "end ")]
    public void Plan_ContainerExited_FollowsTheRestartPolicy(string policy, int code, string expected) =>
        Assert.Equal([expected], Records.Prepared(Pod("web").Policy(policy)).Exited("app", code).Plan());

    [Fact]
    public void Plan_InitFailsUnderNever_EndsThePod() =>
        Assert.Equal(["end "], Records.Prepared(Pod("web").Init(Container("setup")).Policy("Never")).Exited("setup", 2).Plan());

    [Fact]
    public void Plan_CrashedAgain_WaitsForItsBackOff()
    {
        var record = Records.Prepared(Pod("web")).Exited("app", 1, attempt: 1, secondsAgo: 4)
            .Change("app", c => c with { RestartBackOff = new BackOff(TimeSpan.FromSeconds(20), Records.Now.AddSeconds(-10)) });

        Assert.Equal(["hold app CrashLoopBackOff: back-off 20s restarting failed container=app pod=web_default(uid-1)"], record.Plan());
        Assert.Equal(Records.Now.AddSeconds(16), record.WakeAt());
        Assert.Equal(["start app 2"], record.Plan(afterSeconds: 16));
    }

    [Fact]
    public void Plan_PullFailed_ShowsTheFailureThenTheBackOffThenTriesAgain()
    {
        var record = Records.Prepared(Pod("web"));
        record = PodTransitions.Begin(record, new PodAction.StartContainer(Container("app"), 0), Records.Now);
        record = PodTransitions.Apply(record, new PodMessage.StartFailed("app", new StartFailure("ErrImagePull", "no such host", IsImage: true), null), Records.Now);

        Assert.Empty(record.Plan());
        Assert.Equal(["hold app ImagePullBackOff: Back-off pulling image \"example/app:1\": ErrImagePull: no such host"], record.Plan(afterSeconds: 5));
        Assert.Equal(["start app 0"], record.Plan(afterSeconds: 10));
    }

    [Fact]
    public void Plan_LivenessFailed_StopsWithTheProbesGrace()
    {
        var record = Records.Prepared(Pod("web")).Running("app").Change("app", c => c with { Doom = new Doom("Container app failed liveness probe", 7) });
        Assert.Equal(["stop app-0 7s: Container app failed liveness probe, will be restarted"], record.Plan());
        Assert.Equal(["stop app-0 7s: Container app failed liveness probe"], (record with { Pod = record.Pod.Policy("Never") }).Plan());
    }

    [Fact]
    public void Plan_ImageChanged_ReplacesTheContainer() =>
        Assert.Equal(
            ["stop app-0 30s: Container app definition changed, will be restarted"],
            Records.Prepared(Pod("web")).Running("app").Change("app", c => c with { Current = c.Current! with { SpecHash = "other" } }).Plan());

    [Fact]
    public void Plan_SandboxDied_StopsContainersThenReplacesIt()
    {
        var record = PodTransitions.Apply(Records.Prepared(Pod("web").Init(Container("setup"))).Exited("setup", 0).Running("app"), new PodMessage.SandboxDied("sandbox-0"), Records.Now);
        Assert.Equal(["stop app-0 30s: Stopping container app"], record.Plan());

        record = record.Exited("app", 137);
        Assert.Equal(["sandbox 1"], record.Plan());

        record = record with { Sandbox = record.Sandbox! with { Id = "sandbox-1", Attempt = 1, State = SandboxState.Ready } };
        Assert.Equal(["start setup 1"], record.Plan());
    }

    [Fact]
    public void Plan_ActiveDeadlineOver_EndsThePod()
    {
        var pod = Pod("job");
        var record = Records.Prepared(pod with { Spec = pod.Spec with { ActiveDeadlineSeconds = 60 } }).Running("app");
        Assert.Equal(Records.Now.AddSeconds(60), record.WakeAt());
        Assert.Equal(["end DeadlineExceeded"], record.Plan(afterSeconds: 60));
    }

    [Fact]
    public void Plan_Deleting_StopsMainThenSidecarsInReverseThenCleansUpThenDeletes()
    {
        var record = Records.Prepared(Pod("web").Init(Sidecar("one"), Sidecar("two"))).Running("one").Running("two").Running("app").Deleting(20);
        Assert.Equal(["stop app-0 20s: Stopping container app"], record.Plan());
        record = record.Exited("app", 0);
        Assert.Equal(["stop two-0 20s: Stopping container two"], record.Plan());
        record = record.Exited("two", 0);
        Assert.Equal(["stop one-0 20s: Stopping container one"], record.Plan());
        record = record.Exited("one", 0);
        Assert.Equal(["clean up"], record.Plan());
        record = PodTransitions.Apply(record, new PodMessage.CleanedUp(true), Records.Now);
        Assert.Equal(["delete"], record.Plan());
        record = PodTransitions.Apply(record, new PodMessage.ObjectDeleted(true), Records.Now);
        Assert.True(PodPlanner.Plan(record, Records.Now).Finished);
    }

    [Fact]
    public void Plan_GraceShortened_CutsTheStopShort()
    {
        var record = Records.Prepared(Pod("web")).Running("app").Deleting(30);
        record = PodTransitions.Begin(record, PodPlanner.Plan(record, Records.Now).Actions[0], Records.Now);
        Assert.Empty(record.Plan());
        Assert.Equal(["stop app-0 5s: Stopping container app"], record.Deleting(5).Plan());
        Assert.Equal(["stop app-0 2s: Stopping container app"], record.Deleting(0).Plan());
    }

    [Fact]
    public void Plan_DeletedWhileStarting_CancelsTheStart()
    {
        var record = Records.Prepared(Pod("web"));
        record = PodTransitions.Begin(record, new PodAction.StartContainer(Container("app"), 0), Records.Now).Deleting();
        Assert.Equal(["cancel app"], record.Plan());
        Assert.Equal(["clean up"], PodTransitions.Apply(record, new PodMessage.StartCancelled("app", null), Records.Now).Plan());
    }

    [Fact]
    public void Plan_Completed_StopsTheSandboxAndKeepsTheContainers()
    {
        var record = Records.Prepared(Pod("job").Policy("Never")).Exited("app", 0);
        record = PodTransitions.Begin(record, new PodAction.EndPod(PodEnd.Completed), Records.Now);
        Assert.Equal(["stop sandbox-0"], record.Plan());
        Assert.Empty(PodTransitions.Apply(record, new PodMessage.SandboxStopped(true), Records.Now).Plan());
    }

    [Fact]
    public void Plan_GoneFromTheApi_CleansUpWithoutDeleting()
    {
        var record = PodTransitions.Apply(Records.Prepared(Pod("web")).Running("app"), new PodMessage.Vanished(), Records.Now);
        Assert.Equal(["stop app-0 30s: Stopping container app"], record.Plan());
        Assert.Equal(["clean up"], record.Exited("app", 137).Plan());
        Assert.True(PodPlanner.Plan(record.Exited("app", 137) with { CleanUp = new SetUp { Done = true } }, Records.Now).Finished);
    }

    [Fact]
    public void Plan_EphemeralContainer_RunsOnce()
    {
        var pod = Pod("web");
        var record = Records.Prepared(pod with { Spec = pod.Spec with { EphemeralContainers = [Container("debug").ToEphemeral(null)] } }).Running("app");
        Assert.Equal(["start debug 0"], record.Plan());
        Assert.Empty(record.Exited("debug", 1).Plan());
    }

    [Fact]
    public void Plan_ThirdInstanceRuns_RemovesTheFirst()
    {
        var record = Records.Prepared(Pod("web")).Exited("app", 1);
        foreach (var attempt in new[] { 1, 2 })
        {
            record = PodTransitions.Begin(record, new PodAction.StartContainer(Container("app"), attempt), Records.Now);
            record = PodTransitions.Apply(record, new PodMessage.StartSucceeded("app", Records.Instance("app", attempt, ActorKube.NodeAgent.Runtimes.ContainerState.Running)), Records.Now);
        }

        Assert.Equal(["remove app-0"], record.Plan());
        Assert.Equal(("app-2", "app-1"), (record.Container("app").Current!.Id, record.Container("app").Previous!.Id));
    }

    [Fact]
    public void Plan_MadeAndNeverStarted_IsRemovedBeforeTheNextStart()
    {
        var made = Records.Instance("app", 0, ActorKube.NodeAgent.Runtimes.ContainerState.Created);
        var record = Records.Prepared(Pod("web"));
        record = PodTransitions.Apply(record, new PodMessage.Listed(Records.Now, [record.Sandbox!], [new KnownContainer("app", made)]), Records.Now);
        Assert.Equal(["remove app-0"], record.Plan());
        record = PodTransitions.Begin(record, new PodAction.RemoveContainer("app", "app-0"), Records.Now);
        Assert.Empty(record.Plan());
        Assert.Equal(["start app 0"], PodTransitions.Apply(record, new PodMessage.Removed("app", "app-0"), Records.Now).Plan());
    }

    [Fact]
    public void Plan_ListWithoutARunningContainer_StartsAnother()
    {
        var record = Records.Prepared(Pod("web")).Running("app");
        record = PodTransitions.Apply(record, new PodMessage.Listed(Records.Now, [record.Sandbox!], []), Records.Now);
        Assert.Equal(["start app 1"], record.Plan());
        Assert.Equal("ContainerStatusUnknown", record.Container("app").Current!.Reason);
    }
}
