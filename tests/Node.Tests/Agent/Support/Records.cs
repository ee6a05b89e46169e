using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Pods;
using RuntimeState = ActorKube.NodeAgent.Runtimes.ContainerState;

namespace ActorKube.NodeAgent.Tests.Agent.Support;

/// <summary>Records of pods as tables of cases begin with.</summary>
internal static class Records
{
    public static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Nothing is known of the pod yet.</summary>
    public static PodRecord Fresh(Pod pod) => PodTransitions.First(pod.Uid("uid-1"), Now);

    /// <summary>Its volumes and sandbox are there.</summary>
    public static PodRecord Prepared(Pod pod) => Fresh(pod) with
    {
        Volumes = new SetUp { Done = true },
        Sandbox = new SandboxStatus { Id = "sandbox-0", Pod = new PodIdentity("default", pod.Metadata.Name!, "uid-1"), State = SandboxState.Ready, Addresses = ["10.0.0.5"] },
    };

    public static PodRecord Running(this PodRecord record, string name, bool started = true, bool ready = true, int attempt = 0) =>
        record.With(name, record.Container(name) with { Current = Instance(name, attempt, RuntimeState.Running), Started = started, Ready = ready });

    public static PodRecord Exited(this PodRecord record, string name, int code, int attempt = 0, double secondsAgo = 0) =>
        record.With(name, record.Container(name) with
        {
            Current = Instance(name, attempt, RuntimeState.Exited) with
            {
                ExitCode = code,
                Reason = code == 0 ? "Completed" : "Error",
                FinishedAt = Now.AddSeconds(-secondsAgo),
            },
        });

    public static PodRecord Change(this PodRecord record, string name, Func<ContainerRecord, ContainerRecord> change) => record.With(name, change(record.Container(name)));

    public static PodRecord Deleting(this PodRecord record, long grace = 30) => PodTransitions.Apply(
        record,
        new PodMessage.Changed(record.Pod with { Metadata = record.Pod.Metadata with { DeletionTimestamp = Now.AddSeconds(grace), DeletionGracePeriodSeconds = grace } }),
        Now);

    public static ContainerInstance Instance(string name, int attempt, RuntimeState state) =>
        new() { Id = $"{name}-{attempt}", SandboxId = "sandbox-0", Attempt = attempt, State = state, Image = "example/app:1", ImageId = "sha256:1", StartedAt = Now.AddSeconds(-60) };

    /// <summary>A plan in short: one word an action, and what it is about.</summary>
    public static IReadOnlyList<string> Plan(this PodRecord record, double afterSeconds = 0) =>
        [.. PodPlanner.Plan(record, Now.AddSeconds(afterSeconds)).Actions.Select(Short)];

    public static DateTimeOffset? WakeAt(this PodRecord record) => PodPlanner.Plan(record, Now).WakeAt;

    private static string Short(PodAction action) => action switch
    {
        PodAction.PrepareVolumes => "volumes",
        PodAction.CreateSandbox sandbox => $"sandbox {sandbox.Attempt}",
        PodAction.StartContainer start => $"start {start.Container.Name} {start.Attempt}",
        PodAction.CancelStart cancel => $"cancel {cancel.Name}",
        PodAction.StopContainer stop => $"stop {stop.Instance.Id} {(stop.By - Now).TotalSeconds}s: {stop.Message}",
        PodAction.KillContainer kill => $"kill {kill.Instance.Id}",
        PodAction.RemoveContainer remove => $"remove {remove.Id}",
        PodAction.HoldBack hold => $"hold {hold.Container.Name} {hold.Waiting.Reason}: {hold.Waiting.Message}",
        PodAction.EndPod end => $"end {end.End.Reason}",
        PodAction.StopSandbox stop => $"stop {stop.SandboxId}",
        PodAction.RemoveEverything => "clean up",
        _ => "delete",
    };
}
