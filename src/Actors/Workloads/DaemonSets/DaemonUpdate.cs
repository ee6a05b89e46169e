using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>
/// One step of a rolling update. Without a surge old pods are deleted, and the next turn makes their successors: first all that aren't available anyhow, then as
/// many as may be missing. With a surge successors are made beside the old pods, which go when these are available. Follows
/// <c>kubernetes.io/docs/tasks/manage-daemon/update-daemon-set</c>.
/// </summary>
internal static class DaemonUpdate
{
    public static void Run(DaemonTurn turn, DaemonActions actions)
    {
        var nodes = turn.Nodes.Where(static n => n.Fit.Runs || n.Pods.Count > 0).Select(n => Sides.Of(turn, n)).ToList();
        if (turn.MaxSurge == 0)
        {
            Replace(turn, actions, nodes);
        }
        else
        {
            Surge(turn, actions, nodes);
        }
    }

    /// <summary>10 nodes, 3 of which may be without: with one old pod unavailable and one successor not ready yet, the old one goes, and 3 - 2 = 1 other.</summary>
    private static void Replace(DaemonTurn turn, DaemonActions actions, List<Sides> nodes)
    {
        var missing = 0;
        var candidates = new List<Claimed<Pod>>();
        foreach (var node in nodes)
        {
            if (node is { IsClear: true, Old: { } old, New: null })
            {
                if (turn.IsAvailable(old))
                {
                    candidates.Add(old);
                    continue;
                }

                actions.Delete(old);
                missing++;
            }
            else if (!(node is { IsClear: true, New: { } successor, Old: null } && turn.IsAvailable(successor)))
            {
                missing++;
            }
        }

        candidates.Take(Math.Max(0, turn.MaxUnavailable - missing)).ToList().ForEach(actions.Delete);
    }

    private static void Surge(DaemonTurn turn, DaemonActions actions, List<Sides> nodes)
    {
        var (surging, available) = (0, 0);
        var (candidates, leaving) = (new List<string>(), new List<Claimed<Pod>>());
        foreach (var node in nodes)
        {
            if (!node.IsClear)
            {
                surging++;
                continue;
            }

            available += (node.Old ?? node.New) is { } present && turn.IsAvailable(present) ? 1 : 0;
            switch (node)
            {
                case { Old: { } old, New: null } when !node.Node.Fit.Runs:
                    if (turn.IsAvailable(old))
                    {
                        leaving.Add(old);
                    }
                    else
                    {
                        actions.Delete(old);
                    }

                    break;
                case { Old: { } old, New: null } when !turn.IsAvailable(old):
                    actions.CreateOn(node.Node.Name);
                    break;
                case { Old: not null, New: null }:
                    candidates.Add(node.Node.Name);
                    break;
                case { Old: { } old, New: { } successor }:
                    if (turn.IsAvailable(successor))
                    {
                        actions.Delete(old);
                    }
                    else
                    {
                        surging++;
                    }

                    break;
            }
        }

        // Pods on nodes that the new template doesn't want serve until there are enough elsewhere.
        leaving.Take(Math.Max(0, available - turn.Desired)).ToList().ForEach(actions.Delete);
        candidates.Take(Math.Max(0, turn.MaxSurge - surging)).ToList().ForEach(actions.CreateOn);
    }

    /// <summary>A node's old and new pod. Those on their way out don't count.</summary>
    /// <param name="IsClear">There is at most one of each; else it is for <see cref="DaemonPlacement"/> to clear up first.</param>
    private sealed record Sides(DaemonNode Node, Claimed<Pod>? Old, Claimed<Pod>? New, bool IsClear)
    {
        public static Sides Of(DaemonTurn turn, DaemonNode node)
        {
            var (old, updated, clear) = (default(Claimed<Pod>?), default(Claimed<Pod>?), true);
            foreach (var pod in node.Pods.Where(static p => !p.Stored.Header.IsDeleting))
            {
                ref var side = ref turn.IsUpdated(pod) ? ref updated : ref old;
                clear &= side is null;
                side = pod;
            }

            return new Sides(node, old, updated, clear);
        }
    }
}
