using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>What happens to one container's record. Pure.</summary>
internal static class ContainerTransitions
{
    /// <summary>A failed start whose reason has no back-off of its own is repeated after this time.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    /// <summary>A start begins. One that follows an end advances the back-off.</summary>
    public static ContainerRecord Starting(ContainerRecord known, DateTimeOffset now) => known with
    {
        Work = ContainerWork.Starting,
        RetryAt = null,
        Doom = null,
        UnstartedBackOff = known.RestartBackOff,
        RestartBackOff = known.Current is { HasExited: true } ended ? BackOff.Advance(known.RestartBackOff, ended.FinishedAt ?? now, now) : known.RestartBackOff,
    };

    public static ContainerRecord Ran(ContainerRecord known, ContainerInstance instance, Container? spec) => Idle(known, instance) with
    {
        Problem = null,
        ProblemSince = null,
        PullBackOff = null,
        Started = spec?.StartupProbe is null,
        Ready = spec?.ReadinessProbe is null,
    };

    public static ContainerRecord Failed(ContainerRecord known, StartFailure failure, ContainerInstance? instance, DateTimeOffset now)
    {
        var pull = failure.IsImage ? BackOff.Advance(known.PullBackOff, now, now) : known.PullBackOff;
        var next = instance is null ? known with { Work = ContainerWork.None } : Idle(known, instance);
        return next with
        {
            Problem = new Waiting(failure.Reason, failure.Message),
            ProblemSince = now,
            PullBackOff = pull,

            // An instance that has ended is restarted after its own back-off.
            RetryAt = next.Current is { HasExited: true } && instance is not null ? null : now + (failure.IsImage ? pull!.Delay : RetryDelay),
        };
    }

    public static ContainerRecord Cancelled(ContainerRecord known, ContainerInstance? instance) =>
        instance is null ? known with { Work = ContainerWork.None, RestartBackOff = known.UnstartedBackOff } : Idle(known, instance);

    /// <summary>The newest instance is as if it had never been: it failed for no fault of the container.</summary>
    public static ContainerRecord Forgiven(ContainerRecord known) => known with
    {
        Current = known.Previous,
        Previous = null,
        Stale = [.. known.Stale, known.Current!.Id],
        Problem = null,
        RestartBackOff = known.UnstartedBackOff,
    };

    /// <summary>An instance was looked at. News of it only counts if it is newer than what is known.</summary>
    public static ContainerRecord Observed(ContainerRecord known, string id, ContainerInstance? seen, Container? spec, DateTimeOffset now)
    {
        if (seen is null)
        {
            return Lost(known, id, now);
        }

        if (known.Current?.Id == id)
        {
            return known with { Current = Merge(known.Current, seen) };
        }

        if (known.Previous?.Id == id)
        {
            return known with { Previous = Merge(known.Previous, seen) };
        }

        // Of what is being started the starter tells; what is to be removed doesn't matter any more.
        return known.Stale.Contains(id) || known.Removing.Contains(id) || (known.Work == ContainerWork.Starting && seen.Attempt > (known.Current?.Attempt ?? -1))
            ? known
            : Adopt(known, seen, spec);
    }

    /// <summary>An instance that an earlier process made.</summary>
    public static ContainerRecord Adopt(ContainerRecord known, ContainerInstance seen, Container? spec)
    {
        if (seen.State == RuntimeContainerState.Created)
        {
            // A process of the agent ended between making and starting it; what it was made for may have changed.
            return known with { Stale = [.. known.Stale, seen.Id], Obstacle = seen.Id };
        }

        if (known.Current is null || seen.Attempt > known.Current.Attempt)
        {
            var started = seen.IsRunning && spec?.StartupProbe is null;
            return Idle(known, seen) with { Work = known.Work, Started = started, Ready = seen.IsRunning && spec?.ReadinessProbe is null };
        }

        return seen.Attempt == known.Current.Attempt - 1 && known.Previous is null ? known with { Previous = seen } : known with { Stale = [.. known.Stale, seen.Id] };
    }

    /// <summary>Somebody has taken the instance away.</summary>
    public static ContainerRecord Lost(ContainerRecord known, string id, DateTimeOffset now)
    {
        if (known.Previous?.Id == id)
        {
            return known with { Previous = null };
        }

        if (known.Current is not { } lost || lost.Id != id || lost.HasExited)
        {
            return Forgotten(known, id);
        }

        return known with
        {
            Current = lost with
            {
                State = RuntimeContainerState.Exited,
                ExitCode = 137,
                Reason = StartReasons.StatusUnknown,
                Message = "The container could not be located when the pod was deleted.  The container used to be Running",
                FinishedAt = now,
            },
            Started = false,
            Ready = false,
        };
    }

    public static ContainerRecord Removing(ContainerRecord known, string id) =>
        known with { Stale = [.. known.Stale.Where(s => s != id)], Removing = [.. known.Removing, id] };

    /// <summary>Nothing more will be heard of an old instance.</summary>
    private static ContainerRecord Forgotten(ContainerRecord known, string id) =>
        known with { Stale = [.. known.Stale.Where(s => s != id)], Removing = [.. known.Removing.Where(s => s != id)], Obstacle = known.Obstacle == id ? null : known.Obstacle };

    public static ContainerRecord Held(ContainerRecord known, Waiting waiting) => known with { Problem = waiting };

    public static ContainerRecord Probed(ContainerRecord known, string id, ProbeVerdict verdict) => known.Current is { IsRunning: true } current && current.Id == id
        ? verdict switch
        {
            ProbeVerdict.Started => known with { Started = true },
            ProbeVerdict.Ready ready => known with { Ready = ready.Value },
            ProbeVerdict.Doomed doomed => known with { Doom = doomed.Doom },
            _ => known,
        }
        : known;

    /// <summary>The record with a newer instance; what was the newest moves back one place.</summary>
    private static ContainerRecord Idle(ContainerRecord known, ContainerInstance instance)
    {
        if (known.Current?.Id == instance.Id)
        {
            return known with { Work = ContainerWork.None, Current = Merge(known.Current, instance) };
        }

        return known with
        {
            Work = ContainerWork.None,
            StopBy = null,
            Current = instance,
            Previous = known.Current,
            Stale = known.Previous is { } old ? [.. known.Stale, old.Id] : known.Stale,
        };
    }

    /// <summary>The further state counts; of two that are as far, what was known first, but that an engine may hear of an end before it hears that memory was the reason.</summary>
    private static ContainerInstance Merge(ContainerInstance old, ContainerInstance seen)
    {
        var further = seen.State > old.State || seen.Reason == StartReasons.OutOfMemory ? seen : old;
        return further with
        {
            SandboxId = seen.SandboxId.Length > 0 ? seen.SandboxId : old.SandboxId,
            SpecHash = seen.SpecHash.Length > 0 ? seen.SpecHash : old.SpecHash,
            Image = old.Image.Length > 0 ? old.Image : seen.Image,
            ImageId = old.ImageId.Length > 0 ? old.ImageId : seen.ImageId,
            StartedAt = old.StartedAt ?? seen.StartedAt,
        };
    }
}
