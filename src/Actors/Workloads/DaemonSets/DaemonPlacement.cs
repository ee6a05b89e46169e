using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>Sees to it that each node that is meant to has a pod, and only one but during an update with a surge, and that others have none.</summary>
internal static class DaemonPlacement
{
    /// <summary>Returns when a failed pod may be replaced that may not yet; null for none.</summary>
    public static DateTimeOffset? Run(DaemonTurn turn, DaemonActions actions, FailedDaemons failures)
    {
        DateTimeOffset? next = null;
        foreach (var node in turn.Nodes)
        {
            if (node.Fit.Runs && node.Pods.Count == 0)
            {
                actions.CreateOn(node.Name);
            }
            else if (node.Fit.Keeps)
            {
                var waits = Keep(turn, actions, failures, node);
                next = waits is null || next < waits ? next : waits;
            }
            else
            {
                node.Pods.ForEach(actions.Delete);
            }
        }

        // Nobody will ever place these; those that are on a node that has gone end by themselves.
        foreach (var pod in turn.Stray.Where(static p => PodFacts.Of(p.Stored).Node is null))
        {
            actions.Delete(pod);
        }

        return next;
    }

    private static DateTimeOffset? Keep(DaemonTurn turn, DaemonActions actions, FailedDaemons failures, DaemonNode node)
    {
        DateTimeOffset? next = null;
        foreach (var pod in node.Pods.Where(static p => !p.Stored.Header.IsDeleting && PodFacts.Of(p.Stored).HasEnded))
        {
            if (PodFacts.Of(pod.Stored).Phase == PodPhases.Failed && failures.MayGoAt(turn, node.Name, pod.Stored.Header.Uid) is var at && at > turn.Context.Now)
            {
                next = at;
                continue;
            }

            actions.Note(Ended(turn, pod, node.Name));
            actions.Delete(pod);
        }

        var running = node.Pods.Where(static p => PodFacts.IsActive(p.Stored)).ToList();
        if (!turn.AllowsSurge)
        {
            running.Skip(1).ToList().ForEach(actions.Delete);
        }
        else if (running.Count == 0)
        {
            if (node.Fit.Runs)
            {
                actions.CreateOn(node.Name);
            }
        }
        else
        {
            KeepOneOfEach(turn, actions, running);
        }

        return next;
    }

    /// <summary>With a surge a node may have an old and a new pod, until the old one isn't ready any more or the new one has been for long enough.</summary>
    private static void KeepOneOfEach(DaemonTurn turn, DaemonActions actions, List<Claimed<Pod>> running)
    {
        var (updated, old) = (running.Where(turn.IsUpdated).ToList(), running.Where(p => !turn.IsUpdated(p)).ToList());
        updated.Skip(1).Concat(old.Skip(1)).ToList().ForEach(actions.Delete);
        if (updated is [var successor, ..] && old is [var former, ..] && (!PodFacts.Of(former.Stored).IsReady || turn.IsAvailable(successor)))
        {
            actions.Delete(former);
        }
    }

    private static EmitEvent Ended(DaemonTurn turn, Claimed<Pod> pod, string node)
    {
        var name = $"{pod.Stored.Key.Namespace}/{pod.Stored.Key.Name} on node {node}";
        return PodFacts.Of(pod.Stored).Phase == PodPhases.Failed
            ? EmitEvent.Warning(turn.Set, DaemonActions.Source, "FailedDaemonPod", $"Found failed daemon pod {name}, will try to kill it")
            : EmitEvent.Normal(turn.Set, DaemonActions.Source, "SucceededDaemonPod", $"Found succeeded daemon pod {name}, will try to delete it");
    }
}
