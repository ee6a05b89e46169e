using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.Jobs;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Workloads.Jobs;

/// <summary>
/// Tables of a Job, its pods, what happens to them, and the status that it gets. Pods that lose their finalizer are named behind "free".
/// </summary>
public sealed class JobTests
{
    [Theory]
    [InlineData("Unstarted", "", "create", "active=1")]
    [InlineData("completions=3 parallelism=2", "", "create, create", "active=2")]
    [InlineData("completions=3 parallelism=9", "", "create, create, create", "active=3")]
    [InlineData("completions=3 parallelism=9 Succeeded=1", "a:R", "create", "active=2 succeeded=1")]
    [InlineData("completions=3 parallelism=2 Active=2", "a:R b:A", "", "active=2 ready=1")]
    [InlineData("completions=3 parallelism=1", "a:R b:A", "free a, delete a", "active=1 ready=1 terminating=1")]
    [InlineData("completions=3 parallelism=0 Active=1", "a:P", "free a, delete a", "terminating=1")]
    [InlineData("completions= parallelism=2", "", "create, create", "active=2")]
    [InlineData("completions= parallelism=2 Active=2", "a:S b:R", "free a", "active=1 listed=a|")]
    [InlineData("completions= parallelism=2 Active=1 Listed=a|", "a:S- b:R", "", "active=1 succeeded=1")]
    [InlineData("completions= parallelism=2 Succeeded=1", "b:S", "free b", "succeeded=1 listed=b| SuccessCriteriaMet:CompletionsReached")]
    [InlineData("completions=0", "", "", "SuccessCriteriaMet:CompletionsReached")]
    [InlineData("Active=1", "a:Rx-", "create", "active=1 terminating=1")]
    [InlineData("replaces=Failed Active=1", "a:Rx", "", "terminating=1")]
    [InlineData("replaces=Failed Terminating=1", "a:Fx", "free a", "listed=|a")]
    [InlineData("Active=1", "a:Rx", "free a", "terminating=1 listed=|a")]
    [InlineData("Deleting Active=1", "a:R", "free a", "")]
    [InlineData("parallelism=2 completions=2 Active=2", "a:R b:R-", "track b", "")]
    [InlineData("parallelism=1 completions=2 Active=2", "a:R b:R-", "delete b", "active=1 terminating=1")]
    public async Task Job_Pods_AreAsManyAsWanted(string job, string pods, string actions, string status) => await CheckAsync(job, pods, actions, status);

    [Theory]
    [InlineData("Active=1", "a:S", "free a", "listed=a| SuccessCriteriaMet:CompletionsReached")]
    [InlineData("Listed=a| Is=SuccessCriteriaMet", "a:S", "free a", "")]
    [InlineData("Listed=a| Is=SuccessCriteriaMet", "a:S-", "event Completed", "succeeded=1 SuccessCriteriaMet:Why Complete:Why")]
    [InlineData("Listed=a| Is=SuccessCriteriaMet", "", "event Completed", "succeeded=1 SuccessCriteriaMet:Why Complete:Why")]
    [InlineData("Listed=a| Is=SuccessCriteriaMet", "a:S- b:Rx-", "", "terminating=1 succeeded=1 SuccessCriteriaMet:Why")]
    [InlineData("Is=SuccessCriteriaMet Succeeded=2", "", "event TooManySucceededPods, event Completed", "succeeded=2 SuccessCriteriaMet:Why Complete:Why")]
    [InlineData("Is=SuccessCriteriaMet", "b:R", "free b, delete b", "terminating=1 SuccessCriteriaMet:Why")]
    [InlineData("limit=1 Failed=1", "a:F", "free a", "failed=1 listed=|a FailureTarget:BackoffLimitExceeded")]
    [InlineData("limit=0 parallelism=3 completions=3", "a:F b:R c:R", "delete b, delete c, free a", "terminating=2 listed=|a FailureTarget:BackoffLimitExceeded")]
    [InlineData("Is=FailureTarget Listed=|a", "b:Rx", "free b", "terminating=1 failed=1 listed=|b FailureTarget:Why")]
    [InlineData("Is=FailureTarget Failed=2 Terminating=1", "b:Rx-", "", "")]
    [InlineData("Is=FailureTarget Failed=2", "", "event Why", "failed=2 FailureTarget:Why Failed:Why")]
    [InlineData("restarts=OnFailure limit=2 Active=2", "a:R*1 b:R*1", "delete a, delete b", "terminating=2 FailureTarget:BackoffLimitExceeded")]
    [InlineData("restarts=OnFailure limit=3 parallelism=2 completions=2 Active=2", "a:R*1 b:R*1", "", "")]
    [InlineData("restarts=OnFailure limit=0 Active=1", "a:R", "", "")]
    public async Task Job_End_IsAnnouncedThenCountedThenThere(string job, string pods, string actions, string status) => await CheckAsync(job, pods, actions, status);

    [Theory]
    [InlineData("completions=3 parallelism=2", "", "create 0, create 1", "active=2")]
    [InlineData("completions=5 parallelism=3 Indexes=0,2 Succeeded=2", "3:R", "create 1, create 4", "active=3 succeeded=2 indexes=0,2")]
    [InlineData("completions=3 parallelism=3 Active=3", "0:R 1:S 2:R", "free 1", "active=2 succeeded=1 indexes=1")]
    [InlineData("completions=3 parallelism=3 Indexes=1 Succeeded=1 Active=2", "0:R 1:S 2:R", "free 1", "")]
    [InlineData("completions=2 parallelism=2 Active=3", "0:R 0.b:A 1:R", "free 0, delete 0", "active=2 ready=1 terminating=1")]
    [InlineData("completions=2 parallelism=2 Active=3", "0:R 1:R 2:R", "free 2, delete 2", "active=2 terminating=1")]
    [InlineData("completions=2 parallelism=2 Active=3", "0:R 1:R x:R", "free x, delete x", "active=2 terminating=1")]
    [InlineData("completions=2 parallelism=2 Indexes=0-2 Succeeded=3", "2:S-", "", "succeeded=2 indexes=0,1 SuccessCriteriaMet:CompletionsReached")]
    [InlineData("completions=3 parallelism=3 Indexes=0,1 Succeeded=2", "2:S 2.b:S", "free 2, free 2.b", "succeeded=3 indexes=0-2 SuccessCriteriaMet:CompletionsReached")]
    [InlineData("completions=2 parallelism=2 Active=2", "0:R 1:F", "free 1", "listed=|1")]
    public async Task Indexed_Pods_HaveTheirIndexes(string job, string pods, string actions, string status) => await CheckAsync("indexed " + job, pods, actions, status);

    [Theory]
    [InlineData("completions=2 parallelism=2 perIndex=1 Active=2", "0:F@0 1:R", "", "lost=")]
    [InlineData("completions=2 parallelism=2 perIndex=0 Active=2", "0:F 1:R", "free 0", "active=1 lost=0 listed=|0")]
    [InlineData("completions=2 parallelism=2 perIndex=1 Active=2", "0:F#1 1:R", "free 0", "active=1 lost=0 listed=|0")]
    [InlineData("completions=2 parallelism=2 perIndex=1", "0:F 0.b:R 1:R", "free 0", "active=2 lost= listed=|0")]
    [InlineData("completions=2 parallelism=2 perIndex=0 Lost=0 Failed=1", "1:S", "free 1", "succeeded=1 failed=1 indexes=1 lost=0 FailureTarget:FailedIndexes")]
    [InlineData("completions=3 parallelism=3 perIndex=0 maxFailed=0", "0:F 1:R 2:R", "delete 1, delete 2, free 0", "terminating=2 lost=0 listed=|0 FailureTarget:MaxFailedIndexesExceeded")]
    [InlineData("completions=2 parallelism=2 perIndex=5 rules=FailIndex:42", "0:F=42 1:R", "free 0", "active=1 lost=0 listed=|0")]
    public async Task Indexed_FailuresByIndex_FailTheIndex(string job, string pods, string actions, string status) => await CheckAsync("indexed " + job, pods, actions, status);

    [Theory]
    [InlineData("rules=Ignore:3 limit=0", "a:F=3", "free a", "")]
    [InlineData("rules=Ignore:3 limit=0", "a:F=4", "free a", "listed=|a FailureTarget:BackoffLimitExceeded")]
    [InlineData("rules=FailJob:!3", "a:F=4", "free a", "listed=|a FailureTarget:PodFailurePolicy")]
    [InlineData("rules=Count:4;FailJob:!3", "a:F=4", "free a", "listed=|a")]
    [InlineData("rules=FailJob:4", "a:Rx", "", "terminating=1")]
    public async Task PodFailurePolicy_FirstRule_Decides(string job, string pods, string actions, string status) => await CheckAsync(job, pods, actions, status);

    [Theory]
    [InlineData("success=/2", "0:S 1:S 2:R", "free 0, free 1, free 2, delete 2", "terminating=1 succeeded=2 indexes=0,1 SuccessCriteriaMet:SuccessPolicy")]
    [InlineData("success=0,2 Active=3", "0:S 1:R 2:R", "free 0", "active=2 succeeded=1 indexes=0")]
    [InlineData("success=0,2/1 Active=3", "0:S 1:R 2:R", "free 0, free 1, free 2, delete 1, delete 2", "terminating=2 succeeded=1 indexes=0 SuccessCriteriaMet:SuccessPolicy")]
    [InlineData("success=2;0,1", "0:S 1:S 2:R", "free 0, free 1, free 2, delete 2", "terminating=1 succeeded=2 indexes=0,1 SuccessCriteriaMet:SuccessPolicy")]
    public async Task SuccessPolicy_RuleHolds_EndsTheJob(string job, string pods, string actions, string status) =>
        await CheckAsync("indexed completions=3 parallelism=3 " + job, pods, actions, status);

    [Theory]
    [InlineData("suspend Unstarted", "", "event Suspended", "Suspended:JobSuspended")]
    [InlineData("suspend Active=1", "a:R", "free a, delete a, event Suspended", "terminating=1 Suspended:JobSuspended")]
    [InlineData("suspend Active=1", "a:S", "free a", "listed=a| SuccessCriteriaMet:CompletionsReached")]
    [InlineData("Is=Suspended", "", "create, event Resumed", "active=1 !Suspended:JobResumed")]
    [InlineData("managedBy=example.com/other", "", "", "")]
    [InlineData("managedBy=kubernetes.io/job-controller", "", "create", "active=1")]
    [InlineData("Is=Complete", "a:S", "", "")]
    public async Task Job_Suspension_StopsAndResumes(string job, string pods, string actions, string status) => await CheckAsync(job, pods, actions, status);

    [Fact]
    public async Task Job_Deadline_IsCountedFromTheLastStart()
    {
        await using var cluster = await Cluster.WithAsync([JobText.Job("deadline=30 Active=1"), .. JobText.Pods(JobText.Job(""), "a:A")]);
        Assert.Equal(TimeSpan.FromSeconds(30), Decide(cluster).RequeueAfter);

        cluster.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("terminating=1 FailureTarget:DeadlineExceeded", Decide(cluster).Status());

        await cluster.PutAsync(JobText.Job("deadline=30 Active=1 Is=Suspended"));
        var resumed = Decide(cluster);
        Assert.Equal(TimeSpan.FromSeconds(30), resumed.RequeueAfter);
        Assert.Equal(cluster.Now, ((Job)resumed.Only<ReplaceStatus>().Next).Status.StartTime);
    }

    [Theory]
    [InlineData("Failed=1", "a:F-@0", 10)]
    [InlineData("Failed=2", "a:F-@0 b:F-@0", 20)]
    [InlineData("Failed=3", "a:F-@0 b:F-@0 c:F@0", 40)]
    [InlineData("completions=2 Failed=2 Succeeded=1", "a:F-@0 b:S-@1 c:F-@2", 12)]
    [InlineData("completions=2 Failed=1 Succeeded=1", "a:F-@0 b:S-@1", 0)]
    [InlineData("limit=99 Failed=9", "a:F-@0 b:F-@0 c:F-@0 d:F-@0 e:F-@0 f:F-@0 g:F-@0 h:F-@0 i:F-@0", 600)]
    [InlineData("indexed perIndex=9", "0:F#2@0", 40)]
    public async Task Job_FailedPods_AreReplacedAfterABackOff(string job, string pods, int seconds)
    {
        var value = JobText.Job(job);
        await using var cluster = await Cluster.WithAsync([value, .. JobText.Pods(value, pods)]);
        var reconciler = new JobReconciler();
        Assert.Equal(seconds == 0 ? default(TimeSpan?) : TimeSpan.FromSeconds(seconds), cluster.Decide(reconciler, value).RequeueAfter);

        cluster.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.Equal(seconds == 0, cluster.Decide(reconciler, value).Texts().Any(static t => t.StartsWith("create", StringComparison.Ordinal)));
        cluster.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Contains(cluster.Decide(reconciler, value).Texts(), static t => t.StartsWith("create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Job_PodsOfOthers_AreAdoptedTrackedAndReleased()
    {
        var job = JobText.Job("parallelism=2 completions=2");
        var stranger = Make.Pod("b", job, "app=other") with { Metadata = Make.Meta("b", "app=other", job) with { Finalizers = [JobLabels.TrackingFinalizer] } };
        await using var cluster = await Cluster.WithAsync(job, Make.Pod("a"), stranger);

        var replaced = Decide(cluster).Actions.Cast<ReplaceObject>().ToDictionary(static a => a.Basis.Key.Name, static a => a.Next.Metadata);
        Assert.Equal(["a", "b"], replaced.Keys.Order());
        Assert.Equal([JobLabels.TrackingFinalizer], replaced["a"].Finalizers);
        Assert.Equal("work", replaced["a"].OwnerReferences!.Single().Name);
        Assert.Null(replaced["b"].Finalizers);
        Assert.Null(replaced["b"].OwnerReferences);
    }

    [Fact]
    public async Task Indexed_Pod_KnowsItsIndex()
    {
        var job = JobText.Job("indexed completions=12 perIndex=3 Indexes=0-10");
        job = job with { Metadata = job.Metadata with { Name = new string('w', 62) } };
        await using var cluster = await Cluster.WithAsync(job, JobText.Pods(job, "11:F#1@0").Single());
        cluster.Time.Advance(TimeSpan.FromMinutes(1));

        var pod = (Pod)cluster.Decide(new JobReconciler(), job).Actions.OfType<InBursts>().SelectMany(static b => b.Actions).OfType<CreateObject>().Single().Object;
        Assert.Equal(new string('w', 54) + "-11-", pod.Metadata.GenerateName);
        Assert.Equal(job.Metadata.Name + "-11", pod.Spec.Hostname);
        Assert.Equal(("11", "11", "2"), (pod.Metadata.Labels![JobLabels.CompletionIndex], pod.Metadata.Annotations![JobLabels.CompletionIndex], pod.Metadata.Annotations[JobLabels.IndexFailures]));
        Assert.Equal("metadata.labels['batch.kubernetes.io/job-completion-index']", pod.Spec.Containers![0].Env!.Single().ValueFrom!.FieldRef!.FieldPath);
        Assert.Equal([JobLabels.TrackingFinalizer], pod.Metadata.Finalizers);
    }

    private static async Task CheckAsync(string text, string pods, string actions, string status)
    {
        var job = JobText.Job(text);
        await using var cluster = await Cluster.WithAsync([job, .. JobText.Pods(job, pods)]);
        var decision = Decide(cluster);
        Assert.Equal(actions, string.Join(", ", Short(decision)));
        Assert.Equal(status, decision.Status());
    }

    private static Decision Decide(Cluster cluster) => cluster.Decide(new JobReconciler(), JobText.Job(""));

    private static IEnumerable<string> Short(Decision decision) => decision.Actions.SelectMany(static a => a is InBursts bursts ? [.. bursts.Actions] : (IEnumerable<ReconcileAction>)[a]).Select(static a => a switch
    {
        CreateObject { Object: Pod pod } => pod.Metadata.Annotations?.GetValueOrDefault(JobLabels.CompletionIndex) is { } index ? "create " + index : "create",
        DeleteObject delete => "delete " + delete.Key.Name,
        ReplaceObject replace => (replace.Next.Metadata.Finalizers is null ? "free " : "track ") + replace.Basis.Key.Name,
        EmitEvent emit => "event " + emit.Reason,
        _ => "",
    }).Where(static t => t.Length > 0);
}
