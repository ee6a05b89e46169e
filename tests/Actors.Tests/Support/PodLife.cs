using ActorKube.Actors.Workloads.DaemonSets;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Tests.Support;

/// <summary>What happens to pods by nodes and scheduler, a step of one pod at a time: bound, then ready; on its way out, then gone. Pods of img:bad never are ready.</summary>
internal sealed class PodLife(Cluster cluster, Random random)
{
    /// <summary>False when nothing is left to happen.</summary>
    public async Task<bool> StepAsync()
    {
        var pods = Pods(cluster).Where(static p => p.Metadata.DeletionTimestamp is not null || (!PodReadiness.IsReady(p) && p.Spec.Containers![0].Image != "img:bad")).ToList();
        if (pods.Count == 0)
        {
            return false;
        }

        var pod = pods[random.Next(pods.Count)];
        await (pod switch
        {
            { Metadata.DeletionTimestamp: not null } => cluster.RemoveAsync(pod),
            { Spec.NodeName: null or "" } => cluster.PutAsync(pod with { Spec = pod.Spec with { NodeName = DaemonPods.NodeOf(pod) ?? "n1" } }),
            _ => cluster.PutAsync(pod with
            {
                Status = PodConditions.With(pod.Status, PodConditions.Ready, ConditionStatus.True, cluster.Now) with { Phase = PodPhases.Running },
            }),
        });
        return true;
    }

    public static List<Pod> Pods(Cluster cluster) => [.. cluster.View.Snapshot().List("pods").Select(static p => p.Read<Pod>())];
}
