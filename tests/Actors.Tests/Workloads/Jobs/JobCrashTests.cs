using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.Jobs;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Tests.Workloads.Jobs;

/// <summary>
/// A Job whose controller is killed between any two actions, while pods run, succeed, fail, and are deleted by others: every pod that ended with success counts once, no failure counts twice, and at the
/// end there are as many completions as were asked for. A seed that fails says so in the test's name.
/// </summary>
public sealed class JobCrashTests
{
    private const int Stuck = 5_000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Job_KilledAnywhere_CountsEachPodOnce(int seed)
    {
        var random = new Random(seed);
        var completions = random.Next(1, 12);
        var job = JobText.Job($"completions={completions} parallelism={random.Next(1, 6)} limit=999 Unstarted" + (random.Next(2) == 0 ? " indexed" : "") + (random.Next(3) == 0 ? " replaces=Failed" : ""));
        await using var cluster = await Cluster.WithAsync(job);
        var controller = new CrashingController(cluster, () => new JobReconciler(), Cluster.KeyOf(job), random);
        var life = new JobLife(cluster, random);
        for (var step = 0; ; step++)
        {
            Assert.True(step < Stuck, "It never comes to rest.");
            cluster.Time.Advance(JobBackOff.Most);
            _ = random.Next(3) == 0 ? await life.StepAsync() : await controller.LiveAsync();
            var now = cluster.Get<Job>(Cluster.KeyOf(job));
            Assert.True(now.Status.Succeeded + (now.Status.UncountedTerminatedPods?.Succeeded?.Count ?? 0) <= life.Succeeded.Count, "a success counts twice");
            Assert.True(now.Status.Failed + (now.Status.UncountedTerminatedPods?.Failed?.Count ?? 0) <= life.Failed.Count, "a failure counts twice");
            if (now.IsFinished())
            {
                break;
            }
        }

        var end = cluster.Get<Job>(Cluster.KeyOf(job));
        Assert.True(end.Is(JobConditions.Complete));
        Assert.Equal(completions, end.Status.Succeeded);
        Assert.Empty(end.Status.UncountedTerminatedPods?.Succeeded ?? []);
        Assert.Equal(life.Failed.Count, end.Status.Failed);
        Assert.Equal(end.Spec.IsIndexed() ? life.Succeeded.Values.Distinct().Count() : life.Succeeded.Count, end.Status.Succeeded);
        Assert.All(PodLife.Pods(cluster), static p => Assert.Null(p.Metadata.Finalizers));
    }

    /// <summary>What happens to pods by nodes and people. Notes, by uid, what ended how; the index as text for those that succeeded.</summary>
    private sealed class JobLife(Cluster cluster, Random random)
    {
        public Dictionary<string, string> Succeeded { get; } = [];

        public HashSet<string> Failed { get; } = [];

        public async Task<bool> StepAsync()
        {
            var pods = PodLife.Pods(cluster).Where(static p => !PodPhases.IsTerminal(p.Status.Phase) || p.Metadata.DeletionTimestamp is not null).ToList();
            if (pods.Count == 0)
            {
                return false;
            }

            var pod = pods[random.Next(pods.Count)];
            switch (pod)
            {
                case { Metadata: { DeletionTimestamp: not null, Finalizers: null } }:
                    await cluster.RemoveAsync(pod);
                    break;
                case { Metadata.DeletionTimestamp: not null, Status.Phase: PodPhases.Succeeded or PodPhases.Failed }:
                    return false;
                case { Metadata.DeletionTimestamp: not null } when random.Next(2) == 0:
                    await EndAsync(pod, PodPhases.Failed);
                    break;
                case { Status.Phase: PodPhases.Pending }:
                    await cluster.PutAsync(pod with { Spec = pod.Spec with { NodeName = "n1" }, Status = pod.Status with { Phase = PodPhases.Running } });
                    break;
                case { Metadata.DeletionTimestamp: null } when random.Next(6) == 0:
                    // Somebody deletes it: the Job has to see it go, and counts it as failed.
                    Failed.Add(pod.Metadata.Uid!);
                    await cluster.PutAsync(Make.Deleting(pod, [.. pod.Metadata.Finalizers ?? []]));
                    break;
                case { Metadata.DeletionTimestamp: null }:
                    await EndAsync(pod, random.Next(4) == 0 ? PodPhases.Failed : PodPhases.Succeeded);
                    break;
            }

            return true;
        }

        private async Task EndAsync(Pod pod, string phase)
        {
            if (phase == PodPhases.Succeeded)
            {
                Succeeded[pod.Metadata.Uid!] = pod.Metadata.Annotations?.GetValueOrDefault(JobLabels.CompletionIndex) ?? pod.Metadata.Uid!;
            }
            else if (pod.Metadata.Finalizers is not null)
            {
                Failed.Add(pod.Metadata.Uid!);
            }

            await cluster.PutAsync(pod with { Status = pod.Status with { Phase = phase } });
        }
    }
}
