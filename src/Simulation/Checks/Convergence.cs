using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Simulation.Load;
using ActorKube.Simulation.Runs;

namespace ActorKube.Simulation.Checks;

/// <summary>When nothing goes wrong any more and nobody writes, everything comes to be as clients want it: the views equal, replica sets complete, machines running just what is bound to them.</summary>
internal sealed class Convergence(SimulatedCluster cluster)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public async Task AwaitAsync(TimeSpan within)
    {
        var start = cluster.World.Time.Elapsed;
        while (Missing() is { } missing)
        {
            if (cluster.World.Time.Elapsed - start > within)
            {
                cluster.History.Violated($"{within.TotalSeconds:0} s after the last fault {missing}");
                return;
            }

            await Task.Delay(Look, cluster.World.Time);
        }

        cluster.History.Add("all is as it should be");
    }

    /// <summary>What isn't as it should be yet; null if all is.</summary>
    private string? Missing()
    {
        foreach (var host in cluster.Hosts)
        {
            if (host.Life?.Commands is not { View: var view } || view.Revision != cluster.Database.Events.Count)
            {
                return $"{host.Name} doesn't serve, or hasn't caught up";
            }
        }

        var snapshot = cluster.Hosts[0].Life!.Commands!.View.Snapshot();
        return Unready(snapshot) ?? Incomplete(snapshot) ?? Misplaced(snapshot);
    }

    private static string? Unready(ViewSnapshot view) =>
        view.List("nodes").Select(static n => n.Read<Node>()).FirstOrDefault(static n => n.Spec.Taints is { Count: > 0 }) is { } node ? $"node {node.Metadata.Name} is tainted" : null;

    private static string? Incomplete(ViewSnapshot view)
    {
        foreach (var stored in view.List("replicasets.apps"))
        {
            var set = stored.Read<ReplicaSet>();
            var pods = view.OwnedBy("pods", stored.Header.Uid).Count(IsActive);
            if (set.Spec.Replicas != set.Status.ReadyReplicas || set.Status.Replicas != pods || set.Spec.Replicas != pods)
            {
                return $"{stored.Key.Name} wants {set.Spec.Replicas} pods, has {pods} and counts {set.Status.ReadyReplicas} of {set.Status.Replicas} as ready";
            }
        }

        return null;
    }

    private static bool IsActive(StoredObject pod) => !PodPhases.IsTerminal(pod.Read<Pod>().Status.Phase);

    /// <summary>Every pod runs where it is bound, and nothing else does.</summary>
    private string? Misplaced(ViewSnapshot view)
    {
        var pods = view.List("pods").Where(IsActive).ToDictionary(static p => p.Header.Uid, static p => p.Read<Pod>(), StringComparer.Ordinal);
        var running = cluster.Hosts.SelectMany(static h => h.Machine.Containers.Values, static (h, c) => (h.Name, c.Uid, c.Key)).ToList();
        foreach (var (host, uid, pod) in running)
        {
            if (!pods.TryGetValue(uid, out var found) || found.Spec.NodeName != host)
            {
                return $"{host} runs {pod.Name}, which isn't bound to it";
            }
        }

        return pods.Values.FirstOrDefault(p => !running.Exists(r => r.Uid == p.Metadata.Uid) && !Neighbours.MayWait(p)) is { } idle
            ? $"{idle.Metadata.Name} doesn't run{(idle.Spec.NodeName is { } node ? " on " + node : "")}"
            : null;
    }
}
