using ActorKube.Api.Core;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Tests.Agent.Support;
using static ActorKube.NodeAgent.Tests.Agent.Support.PodBuilder;

namespace ActorKube.NodeAgent.Tests.Agent;

public sealed class PodStatusReportTests
{
    private static readonly NodeFacts Node = new("docker", ["192.0.2.1"]);

    [Fact]
    public void Compute_NewPod_IsPendingAndCreating()
    {
        var status = Compute(Records.Fresh(Pod("web")));
        Assert.Equal("Pending", status.Phase);
        Assert.Equal("ContainerCreating", status.ContainerStatuses![0].State.Waiting!.Reason);
        Assert.Equal(["PodReadyToStartContainers False", "Initialized True", "Ready False", "ContainersReady False", "PodScheduled True"], Conditions(status));
        Assert.Equal("containers with unready status: [app]", PodConditions.Find(status, "Ready")!.Message);
        Assert.Equal(Records.Now, status.StartTime);
        Assert.Null(status.PodIP);
    }

    [Fact]
    public void Compute_Initializing_WaitsForTheInitContainers()
    {
        var status = Compute(Records.Prepared(Pod("web").Init(Container("a"), Container("b"))).Exited("a", 0).Running("b"));
        Assert.Equal("Pending", status.Phase);
        Assert.Equal("PodInitializing", status.ContainerStatuses![0].State.Waiting!.Reason);
        Assert.True(status.InitContainerStatuses![0].Ready);
        Assert.Equal("ContainersNotInitialized: containers with incomplete status: [b]", Reason(status, "Initialized"));
    }

    [Fact]
    public void Compute_Running_IsReadyWithAddresses()
    {
        var status = Compute(Records.Prepared(Pod("web")).Running("app"));
        Assert.Equal(("Running", "10.0.0.5", "192.0.2.1"), (status.Phase, status.PodIP, status.HostIP));
        Assert.Equal("docker://app-0", status.ContainerStatuses![0].ContainerID);
        Assert.Equal(["PodReadyToStartContainers True", "Initialized True", "Ready True", "ContainersReady True", "PodScheduled True"], Conditions(status));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Compute_StartupProbeSucceeds_IsReadyUnlessAReadinessProbeDecides(bool hasReadinessProbe, bool ready)
    {
        var probe = new Probe { Exec = new ExecAction { Command = ["true"] } };
        var pod = Pod("web", Container("app") with { StartupProbe = probe, ReadinessProbe = hasReadinessProbe ? probe : null });
        var starting = PodTransitions.Apply(
            Records.Prepared(pod), new PodMessage.StartSucceeded("app", Records.Instance("app", 0, ActorKube.NodeAgent.Runtimes.ContainerState.Running)), Records.Now);
        Assert.False(Compute(starting).ContainerStatuses![0].Ready);
        Assert.Equal(ready, ReadyOnceStarted(starting));

        // An agent that takes over in between comes to the same.
        Assert.Equal(ready, ReadyOnceStarted(StatusResumption.Resume(starting with { Pod = starting.Pod with { Status = Compute(starting) }, Containers = starting.Containers.Clear() })));

        static bool ReadyOnceStarted(PodRecord record) =>
            Compute(PodTransitions.Apply(record, new PodMessage.Probed("app", "app-0", new ProbeVerdict.Started()), Records.Now)).ContainerStatuses![0].Ready;
    }

    [Fact]
    public void Compute_ReadinessGate_KeepsReadyFalseUntilItHolds()
    {
        var pod = Pod("web");
        var record = Records.Prepared(pod with { Spec = pod.Spec with { ReadinessGates = [new PodReadinessGate { ConditionType = "example.com/gate" }] } }).Running("app");
        Assert.Equal("ReadinessGatesNotReady: corresponding condition of pod readiness gate \"example.com/gate\" does not exist.", Reason(Compute(record), "Ready"));

        var open = record with { Pod = record.Pod with { Status = new PodStatus { Conditions = [new PodCondition { Type = "example.com/gate", Status = "True" }] } } };
        Assert.True(PodConditions.IsTrue(Compute(open), "Ready"));
        Assert.Equal("example.com/gate", Compute(open).Conditions![0].Type);
    }

    [Fact]
    public void Compute_CrashLoop_WaitsAndShowsTheLastEnd()
    {
        var record = Records.Prepared(Pod("web")).Exited("app", 3, attempt: 2).Change("app", c => c with { Problem = new Waiting("CrashLoopBackOff", "back-off 20s") });
        var status = Compute(record);
        var container = status.ContainerStatuses![0];
        Assert.Equal(("Running", "CrashLoopBackOff", 3, 2), (status.Phase, container.State.Waiting!.Reason, container.LastState.Terminated!.ExitCode, container.RestartCount));
    }

    [Theory]
    [InlineData("Never", 0, "Succeeded", "PodCompleted")]
    [InlineData("Never", 1, "Failed", "PodFailed")]
    [InlineData("OnFailure", 0, "Succeeded", "PodCompleted")]
    [InlineData("Always", 0, "Running", "ContainersNotReady")]
    public void Compute_Exited_HasThePhaseOfThePolicy(string policy, int code, string phase, string reason)
    {
        var status = Compute(Records.Prepared(Pod("job").Policy(policy)).Exited("app", code));
        Assert.Equal(phase, status.Phase);
        Assert.Equal(reason, PodConditions.Find(status, "Ready")!.Reason);
    }

    [Fact]
    public void Compute_DeadlineExceeded_IsFailedWithReason()
    {
        var record = Records.Prepared(Pod("job")).Running("app") with { End = new PodEnd("DeadlineExceeded", "too long", Failed: true) };
        var status = Compute(record);
        Assert.Equal(("Failed", "DeadlineExceeded", "too long"), (status.Phase, status.Reason, status.Message));
    }

    [Fact]
    public void Compute_DeletedAndStopped_IsOver()
    {
        var status = Compute(Records.Prepared(Pod("web", Container("app"), Container("never"))).Exited("app", 0).Deleting());
        Assert.Equal("Failed", status.Phase);
        Assert.Equal("ContainerStatusUnknown", status.ContainerStatuses![1].State.Terminated!.Reason);
    }

    [Fact]
    public void Compute_SameAgain_KeepsTransitionTimes()
    {
        var record = Records.Prepared(Pod("web")).Running("app");
        var first = Compute(record);
        var again = PodStatusReport.Compute(record with { Pod = record.Pod with { Status = first } }, Node, Records.Now.AddSeconds(9));
        Assert.True(Api.Serialization.ApiEquality.Same(first, again));
    }

    [Fact]
    public void Merge_OthersConditions_StayAndOwnWin()
    {
        var current = new PodStatus { NominatedNodeName = "n", Conditions = [new PodCondition { Type = "DisruptionTarget", Status = "True" }, new PodCondition { Type = "Ready", Status = "False" }] };
        var merged = StatusMerge.Merge(current, Compute(Records.Prepared(Pod("web")).Running("app")));
        Assert.Equal("n", merged.NominatedNodeName);
        Assert.Equal(["DisruptionTarget True", "PodReadyToStartContainers True", "Initialized True", "Ready True", "ContainersReady True", "PodScheduled True"], Conditions(merged));
    }

    [Fact]
    public void First_ReportedPod_ResumesCountsAndEnds()
    {
        var pod = Pod("web").Uid("uid-1") with
        {
            Status = new PodStatus
            {
                ContainerStatuses =
                [
                    new ContainerStatus
                    {
                        Name = "app",
                        RestartCount = 4,
                        Image = "example/app:1",
                        State = new ContainerState { Waiting = new ContainerStateWaiting { Reason = "CrashLoopBackOff" } },
                        LastState = new ContainerState { Terminated = new ContainerStateTerminated { ExitCode = 9, ContainerID = "docker://old" } },
                    },
                ],
            },
        };
        var resumed = PodTransitions.First(pod, Records.Now).Container("app");
        Assert.Equal(("old", 9, 5), (resumed.Current!.Id, resumed.Current.ExitCode, resumed.NextAttempt));
    }

    private static PodStatus Compute(PodRecord record) => PodStatusReport.Compute(record, Node, Records.Now);

    private static IEnumerable<string> Conditions(PodStatus status) => status.Conditions!.Select(c => $"{c.Type} {c.Status}");

    private static string Reason(PodStatus status, string type) => PodConditions.Find(status, type) is var c ? $"{c!.Reason}: {c.Message}" : "";
}
