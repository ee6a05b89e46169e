using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Brings a record in line with what the runtime has: after a start of the agent, and whenever events may have been missed. Pure.</summary>
internal static class ListTransitions
{
    public static PodRecord Apply(PodRecord record, PodMessage.Listed listed, DateTimeOffset now)
    {
        record = WithSandbox(record, listed);
        foreach (var (name, seen) in listed.Containers.OrderByDescending(c => c.Instance.Attempt))
        {
            var spec = PodSpecs.Find(record.Pod, name);
            record = record.With(name, ContainerTransitions.Observed(record.Container(name), seen.Id, seen, spec, now));
        }

        var present = listed.Containers.Select(c => c.Instance.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, container) in record.Containers)
        {
            if (container is { Work: not ContainerWork.Starting, Current: { } current } && !(current.StartedAt >= listed.At) && !present.Contains(current.Id))
            {
                record = record.With(name, ContainerTransitions.Lost(container, current.Id, now));
            }
        }

        return record;
    }

    private static PodRecord WithSandbox(PodRecord record, PodMessage.Listed listed)
    {
        if (record.SandboxSetUp.Busy || record.SandboxSince >= listed.At)
        {
            return record;
        }

        var newest = listed.Sandboxes.MaxBy(s => s.Attempt);
        return newest switch
        {
            null when record.Sandbox is { } lost => record with { Sandbox = lost with { State = SandboxState.NotReady } },
            null => record,
            _ => record with { Sandbox = newest },
        };
    }
}
