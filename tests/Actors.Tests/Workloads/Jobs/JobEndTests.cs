using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.Jobs;
using ActorKube.Api.Batch;

namespace ActorKube.Actors.Tests.Workloads.Jobs;

/// <summary>What comes after the end of a Job, and of its pods.</summary>
public sealed class JobEndTests
{
    [Theory]
    [InlineData("ttl=10 Is=Complete", 0, "", 10)]
    [InlineData("ttl=10 Is=Failed", 4, "", 6)]
    [InlineData("ttl=10 Is=Complete", 10, "delete work Foreground", null)]
    [InlineData("ttl=0 Is=Complete", 0, "delete work Foreground", null)]
    [InlineData("ttl=0 Is=Complete managedBy=example.com/other", 0, "delete work Foreground", null)]
    [InlineData("ttl=0 Is=Complete Deleting", 0, "", null)]
    [InlineData("ttl=0 Is=SuccessCriteriaMet", 0, "", null)]
    [InlineData("Is=Complete", 99, "", null)]
    public async Task Job_Finished_GoesAfterItsTime(string text, int seconds, string actions, int? again)
    {
        var job = JobText.Job(text);
        await using var cluster = await Cluster.WithAsync(job);
        cluster.Time.Advance(TimeSpan.FromSeconds(seconds));
        var decision = cluster.Decide(new JobExpiry(), job);
        Assert.Equal(actions, string.Join(", ", decision.Texts()));
        Assert.Equal(again, decision.RequeueAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Is=Complete", false)]
    [InlineData("Is=Complete managedBy=example.com/other", true)]
    [InlineData(null, false)]
    public async Task Pod_NobodyCountsIt_LosesItsFinalizer(string? text, bool keeps)
    {
        var job = JobText.Job(text ?? "");
        var pod = JobText.Pods(job, "a:S").Single();
        await using var cluster = text is null ? await Cluster.WithAsync(pod) : await Cluster.WithAsync(job, pod);
        Assert.Equal(keeps, cluster.Decide(new AbandonedPods(), pod).Actions.IsEmpty);
    }

    [Fact]
    public async Task Pod_OfNobodyOrAnother_IsFreedOrLeft()
    {
        var orphan = Make.Pod("a") with { Metadata = Make.Meta("a") with { Finalizers = [JobLabels.TrackingFinalizer, "example.com/mine"] } };
        var other = Make.Pod("b", Make.ReplicaSet("rs", 1));
        other = other with { Metadata = other.Metadata with { Finalizers = [JobLabels.TrackingFinalizer] } };
        await using var cluster = await Cluster.WithAsync(orphan, other);
        Assert.Equal(["example.com/mine"], cluster.Decide(new AbandonedPods(), orphan).Only<ReplaceObject>().Next.Metadata.Finalizers);
        Assert.Empty(cluster.Decide(new AbandonedPods(), other).Actions);
    }

    [Fact]
    public async Task Job_ManyPodsEnd_AreListedAFewAtATime()
    {
        var job = JobText.Job("completions=1200 parallelism=1200 Active=1200");
        await using var cluster = await Cluster.WithAsync([job, .. JobText.Pods(job, string.Join(' ', Enumerable.Range(0, 1200).Select(static i => $"p{i}:S")))]);
        var decision = cluster.Decide(new JobReconciler(), job);
        var status = ((Job)decision.Only<ReplaceStatus>().Next).Status;
        Assert.Equal(JobTracking.MostListed, status.UncountedTerminatedPods!.Succeeded!.Count);
        Assert.Equal(JobTracking.MostListed, decision.Only<InBursts>().Actions.Length);
        Assert.IsType<InBursts>(decision.Actions[^1]);
    }
}
