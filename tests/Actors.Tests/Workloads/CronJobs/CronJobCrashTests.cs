using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.CronJobs;
using ActorKube.Api.Batch;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Tests.Workloads.CronJobs;

/// <summary>A CronJob whose controller is killed between any two actions and sleeps for hours in between makes a job for the last time that has passed, each once, and goes on.</summary>
public sealed class CronJobCrashTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task CronJob_KilledAnywhere_StartsEachRunOnce(int seed)
    {
        var random = new Random(seed);
        var cron = CronText.CronJob("@hourly");
        cron = cron with { Spec = cron.Spec with { SuccessfulJobsHistoryLimit = null, FailedJobsHistoryLimit = null } };
        await using var cluster = await Cluster.WithAsync(cron);
        var controller = new CrashingController(cluster, () => new CronJobReconciler(), Cluster.KeyOf(cron), random);
        var expected = new List<string>();
        for (var round = 0; round < 20; round++)
        {
            cluster.Time.Advance(TimeSpan.FromMinutes(random.Next(60, 60 * 24 * 40)));
            expected.Add(CronJobRun.NameOf(cron, cluster.Now.AddMinutes(-cluster.Now.Minute)));
            while (await controller.LiveAsync())
            {
                await EndSomeAsync();
            }
        }

        Assert.Equal(expected, cluster.View.Snapshot().List("jobs.batch").Select(static j => j.Key.Name));
        var status = cluster.Get<CronJob>(Cluster.KeyOf(cron)).Status;
        Assert.Equal(cluster.Now.AddMinutes(-cluster.Now.Minute), status.LastScheduleTime);
        Assert.Equal(
            cluster.View.Snapshot().List("jobs.batch").Where(static j => !j.Read<Job>().IsFinished()).Select(static j => j.Header.Uid),
            (status.Active ?? []).Select(static a => a.Uid!).Order(StringComparer.Ordinal).OrderBy(u => expected.FindIndex(n => cluster.View.Snapshot().List("jobs.batch").Single(j => j.Header.Uid == u).Key.Name == n)));

        async Task EndSomeAsync()
        {
            foreach (var stored in cluster.View.Snapshot().List("jobs.batch").Where(j => !j.Read<Job>().IsFinished() && random.Next(4) == 0).ToList())
            {
                var job = stored.Read<Job>();
                await cluster.PutAsync(job with { Status = job.Status with { Conditions = [new JobCondition { Type = "Complete", Status = "True", LastTransitionTime = cluster.Now }], CompletionTime = cluster.Now } });
            }
        }
    }
}
