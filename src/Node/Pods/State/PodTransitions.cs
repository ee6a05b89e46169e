using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Pods;

/// <summary>What a message makes of a pod's record, and what beginning an action makes of it. Pure.</summary>
internal static class PodTransitions
{
    /// <summary>The record of a pod that the agent sees for the first time.</summary>
    /// <param name="end">Why it isn't admitted; null if it is.</param>
    public static PodRecord First(Pod pod, DateTimeOffset now, PodEnd? end = null)
    {
        var record = StatusResumption.Resume(new PodRecord { Pod = pod, StartTime = pod.Status.StartTime ?? now });
        return Ending(record with { End = end ?? EndOf(pod.Status) }, now);
    }

    public static PodRecord Apply(PodRecord record, PodMessage message, DateTimeOffset now) => Ending(Next(record, message, now), now);

    /// <summary>The action is under way.</summary>
    public static PodRecord Begin(PodRecord record, PodAction action, DateTimeOffset now) => Ending(action switch
    {
        PodAction.PrepareVolumes => record with { Volumes = record.Volumes with { Busy = true } },
        PodAction.CreateSandbox => record with { SandboxSetUp = record.SandboxSetUp with { Busy = true } },
        PodAction.StopSandbox => record with { SandboxStop = record.SandboxStop with { Busy = true } },
        PodAction.RemoveEverything => record with { CleanUp = record.CleanUp with { Busy = true } },
        PodAction.DeleteObject => record with { Deletion = record.Deletion with { Busy = true } },
        PodAction.EndPod end => record with { End = end.End },
        PodAction.StartContainer start => record.With(start.Container.Name, ContainerTransitions.Starting(record.Container(start.Container.Name), now)),
        PodAction.StopContainer stop => record.With(stop.Container.Name, record.Container(stop.Container.Name) with { Work = ContainerWork.Stopping, StopBy = stop.By }),
        PodAction.KillContainer kill => record.With(kill.Container.Name, record.Container(kill.Container.Name) with { Work = ContainerWork.Killing, StopBy = null }),
        PodAction.RemoveContainer remove => record.With(remove.Name, ContainerTransitions.Removing(record.Container(remove.Name), remove.Id)),
        PodAction.HoldBack hold => record.With(hold.Container.Name, ContainerTransitions.Held(record.Container(hold.Container.Name), hold.Waiting)),
        _ => record,
    }, now);

    private static PodRecord Next(PodRecord record, PodMessage message, DateTimeOffset now) => message switch
    {
        PodMessage.Changed changed => record with { Pod = changed.Pod },
        PodMessage.Vanished => record with { Gone = true },
        PodMessage.Listed listed => ListTransitions.Apply(record, listed, now),
        PodMessage.VolumesPrepared prepared => record with { Volumes = record.Volumes.Succeeded(prepared.RenewAt) },
        PodMessage.VolumesFailed => record with { Volumes = record.Volumes.Failed(now) },
        PodMessage.SandboxCreated created => record with { Sandbox = created.Sandbox, SandboxSince = now, SandboxSetUp = SetUp.ToDo, SandboxStop = SetUp.ToDo },
        PodMessage.SandboxFailed => record with { SandboxSetUp = record.SandboxSetUp.Failed(now) },
        PodMessage.SandboxDied died => record.Sandbox?.Id == died.Id ? SandboxDied(record, record.Sandbox) : record,
        PodMessage.StartSucceeded done => Change(record, done.Name, c => ContainerTransitions.Ran(c, done.Instance, PodSpecs.Find(record.Pod, done.Name))),
        PodMessage.StartFailed failed => Change(record, failed.Name, c => ContainerTransitions.Failed(c, failed.Failure, failed.Instance, now)),
        PodMessage.StartCancelled cancelled => Change(record, cancelled.Name, c => ContainerTransitions.Cancelled(c, cancelled.Instance)),
        PodMessage.SandboxLost lost => Change(Next(record, new PodMessage.SandboxDied(lost.SandboxId), now), lost.Name, static c => ContainerTransitions.Cancelled(c, null)),
        PodMessage.Observed seen => Change(record, seen.Name, c => ContainerTransitions.Observed(c, seen.Id, seen.Instance, PodSpecs.Find(record.Pod, seen.Name), now)),
        PodMessage.Removed removed => Change(record, removed.Name, c => ContainerTransitions.Lost(c, removed.Id, now)),
        PodMessage.StopReturned stopped => Change(record, stopped.Name, static c => c with { Work = ContainerWork.None, StopBy = null }),
        PodMessage.SandboxStopped stopped => record with
        {
            SandboxStop = stopped.Succeeded ? new SetUp { Done = true } : record.SandboxStop.Failed(now),
            Sandbox = stopped.Succeeded && record.Sandbox is { } sandbox ? Dead(sandbox) : record.Sandbox,
        },
        PodMessage.CleanedUp cleaned => record with { CleanUp = cleaned.Succeeded ? new SetUp { Done = true } : record.CleanUp.Failed(now) },
        PodMessage.ObjectDeleted deleted => record with { Deletion = deleted.Succeeded ? new SetUp { Done = true } : record.Deletion.Failed(now) },
        PodMessage.Probed probed => Change(record, probed.Name, c => ContainerTransitions.Probed(c, probed.Id, probed.Verdict)),
        PodMessage.SourcesChanged => SourcesChanged(record),
        _ => record,
    };

    /// <summary>Notes when the end began: once.</summary>
    private static PodRecord Ending(PodRecord record, DateTimeOffset now) =>
        record is { IsEnding: true, EndingSince: null } ? record with { EndingSince = now } : record;

    private static PodEnd? EndOf(PodStatus status) =>
        PodPhases.IsTerminal(status.Phase)
            ? new PodEnd(status.Reason, status.Message, status.Phase == PodPhases.Failed) { Rejected = status is { Phase: PodPhases.Failed, ContainerStatuses: null or { Count: 0 } } }
            : null;

    private static SandboxStatus Dead(SandboxStatus sandbox) => sandbox with { State = SandboxState.NotReady };

    /// <summary>What failed to start in it a moment ago failed for that.</summary>
    private static PodRecord SandboxDied(PodRecord record, SandboxStatus sandbox)
    {
        foreach (var (name, container) in record.Containers)
        {
            if (container is { Work: ContainerWork.None, Current: { Reason: StartReasons.StartError } failed } && failed.SandboxId == sandbox.Id)
            {
                record = record.With(name, ContainerTransitions.Forgiven(container));
            }
        }

        return record with { Sandbox = Dead(sandbox) };
    }

    private static PodRecord Change(PodRecord record, string name, Func<ContainerRecord, ContainerRecord> change) =>
        record.With(name, change(record.Container(name)));

    /// <summary>What failed for lack of a source is tried again at once.</summary>
    private static PodRecord SourcesChanged(PodRecord record)
    {
        var next = record with { Volumes = record.Volumes.Done || record.Volumes.Busy ? record.Volumes : SetUp.ToDo };
        foreach (var (name, container) in record.Containers)
        {
            if (container.Problem?.Reason == StartReasons.ConfigError)
            {
                next = next.With(name, container with { RetryAt = null });
            }
        }

        return next;
    }
}
