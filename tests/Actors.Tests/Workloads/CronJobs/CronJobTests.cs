using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.CronJobs;
using ActorKube.Api.Batch;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Workloads.CronJobs;

public sealed class CronJobTests
{
    private const string FirstName = "tick-31557660";
    private static readonly DateTimeOffset First = Make.Epoch.AddHours(1);
    private static readonly DateTimeOffset Second = Make.Epoch.AddHours(2);

    [Theory]
    [InlineData(0, "", 60)]
    [InlineData(59, "", 1)]
    [InlineData(60, "create Job tick-31557660", 60)]
    [InlineData(130, "create Job tick-31557720", 50)]
    [InlineData(43_205, "event TooManyMissedTimes: too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew|create Job tick-31600800", 55)]
    public async Task CronJob_Minutes_StartTheLastRunThatIsDue(int minutes, string actions, int next)
    {
        var cron = CronText.CronJob("@hourly");
        await using var cluster = await Cluster.WithAsync(cron);
        cluster.Time.Advance(TimeSpan.FromMinutes(minutes));
        var decision = cluster.Decide(new CronJobReconciler(), cron);
        Assert.Equal(actions, string.Join('|', decision.Texts()));
        Assert.Equal(TimeSpan.FromMinutes(next), decision.RequeueAfter);
    }

    [Fact]
    public async Task CronJob_JobIsThere_IsListedAndNotMadeAgain()
    {
        var cron = CronText.CronJob("@hourly");
        await using var cluster = await Cluster.WithAsync(cron, CronText.Made(First));
        cluster.Time.Advance(TimeSpan.FromMinutes(61));
        var status = Status(cluster.Decide(new CronJobReconciler(), cron));
        Assert.Equal((FirstName, "uid-of-" + FirstName), (status.Active!.Single().Name, status.Active!.Single().Uid));
        Assert.Equal(First, status.LastScheduleTime);
    }

    [Fact]
    public async Task CronJob_JobHasEndedAlready_CountsAsServed()
    {
        var cron = CronText.CronJob("@hourly");
        await using var cluster = await Cluster.WithAsync(cron, CronText.Made(First, "Is=Complete"));
        cluster.Time.Advance(TimeSpan.FromMinutes(61));
        var decision = cluster.Decide(new CronJobReconciler(), cron);
        Assert.Equal(["status tick"], decision.Texts());
        Assert.Equal((null, First, First.AddSeconds(5)), (Status(decision).Active, Status(decision).LastScheduleTime, Status(decision).LastSuccessfulTime));
    }

    [Fact]
    public async Task CronJob_AnotherHasTheName_IsLeftAlone()
    {
        var cron = CronText.CronJob("@hourly");
        await using var cluster = await Cluster.WithAsync(cron, JobText.Job("") with { Metadata = Make.Meta(FirstName) });
        cluster.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty(cluster.Decide(new CronJobReconciler(), cron).Actions);
    }

    [Theory]
    [InlineData(ConcurrencyPolicies.Allow, "create Job tick-31557720", 1)]
    [InlineData(ConcurrencyPolicies.Forbid, "event JobAlreadyActive: Not starting job because prior execution is running and concurrency policy is Forbid", 1)]
    [InlineData(ConcurrencyPolicies.Replace, "delete tick-31557660 Background|status tick|create Job tick-31557720", 0)]
    public async Task ConcurrencyPolicy_LastRunGoesOn_Decides(string policy, string actions, int active)
    {
        var running = CronText.Made(First);
        var cron = CronText.CronJob("@hourly", policy, First, running);
        await using var cluster = await Cluster.WithAsync(cron, running);
        cluster.Time.Advance(TimeSpan.FromMinutes(121));
        var decision = cluster.Decide(new CronJobReconciler(), cron);
        Assert.Equal(actions, string.Join('|', decision.Texts()));
        Assert.Equal(active, (decision.Actions.OfType<ReplaceStatus>().Any() ? Status(decision) : cron.Status).Active?.Count ?? 0);
    }

    [Theory]
    [InlineData("Is=Complete", "event SawCompletedJob: Saw completed job: tick-31557660, condition: Complete")]
    [InlineData("Is=Failed", "event SawCompletedJob: Saw completed job: tick-31557660, condition: Failed")]
    [InlineData(null, "event MissingJob: Active job went missing: tick-31557660")]
    public async Task CronJob_ListedJobEnds_IsTakenOffTheList(string? state, string told)
    {
        var job = CronText.Made(First, state ?? "");
        var cron = CronText.CronJob("@hourly", last: First, active: job);
        await using var cluster = state is null ? await Cluster.WithAsync(cron) : await Cluster.WithAsync(cron, job);
        var decision = cluster.Decide(new CronJobReconciler(), cron);
        Assert.Equal([told, "status tick"], decision.Texts());
        Assert.Null(Status(decision).Active);
    }

    [Fact]
    public async Task CronJob_JobMadeByHand_IsUnexpectedAndDoesNotCount()
    {
        var cron = CronText.CronJob("@hourly", ConcurrencyPolicies.Forbid, Make.Epoch);
        await using var cluster = await Cluster.WithAsync(cron, CronText.ByHand("mine"));
        cluster.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(
            ["event UnexpectedJob: Saw a job that the controller did not create or forgot: mine", "create Job " + FirstName],
            cluster.Decide(new CronJobReconciler(), cron).Texts());
    }

    [Fact]
    public async Task History_BeyondItsLimits_GoesTheOldestFirst()
    {
        var cron = CronText.CronJob("@yearly") with { };
        cron = cron with { Spec = cron.Spec with { SuccessfulJobsHistoryLimit = 1, FailedJobsHistoryLimit = 0 }, Status = new CronJobStatus { LastScheduleTime = Make.Epoch, LastSuccessfulTime = Second.AddSeconds(5) } };
        await using var cluster = await Cluster.WithAsync(
            cron, CronText.Made(Second, "Is=Complete"), CronText.Made(First, "Is=Complete"), CronText.ByHand("mine", "Is=Failed"), CronText.Made(Make.Epoch.AddHours(3)));
        Assert.Equal(["delete tick-31557660 Background", "delete mine Background", "status tick"], cluster.Decide(new CronJobReconciler(), cron).Texts());
    }

    [Fact]
    public async Task CronJob_SuspendedOrGoing_StartsNothing()
    {
        var cron = CronText.CronJob("@hourly");
        await using var cluster = await Cluster.WithAsync(cron with { Spec = cron.Spec with { Suspend = true } });
        cluster.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal((true, null), Of(cluster.Decide(new CronJobReconciler(), cron)));
        await cluster.PutAsync(Make.Deleting(cron, "x"));
        Assert.Equal((true, null), Of(cluster.Decide(new CronJobReconciler(), cron)));

        static (bool, TimeSpan?) Of(Decision decision) => (decision.Actions.IsEmpty, decision.RequeueAfter);
    }

    [Theory]
    [InlineData("0 0 31 2 *", null, "event InvalidSchedule: invalid schedule: 0 0 31 2 * : time difference between two schedules is less than 1 second")]
    [InlineData("61 * * * *", null, "event UnparseableSchedule: unparseable schedule: \"61 * * * *\" : end of range (61) above maximum (59): 61")]
    [InlineData("* * * * *", "Mars/Base", "event UnknownTimeZone: invalid timeZone: \"Mars/Base\": unknown time zone Mars/Base")]
    public async Task CronJob_ScheduleIsNoGood_IsSaidOnce(string schedule, string? zone, string told)
    {
        var cron = CronText.CronJob(schedule);
        cron = cron with { Spec = cron.Spec with { TimeZone = zone } };
        await using var cluster = await Cluster.WithAsync(cron);
        cluster.Time.Advance(TimeSpan.FromHours(1));
        var decision = cluster.Decide(new CronJobReconciler(), cron);
        Assert.Equal([told], decision.Texts());
        Assert.Null(decision.RequeueAfter);
    }

    [Fact]
    public async Task CronJob_Job_IsMadeOfTheTemplateInItsZone()
    {
        var cron = CronText.CronJob("30 9 * * *");
        cron = cron with { Spec = cron.Spec with { TimeZone = "Asia/Tokyo" } };
        await using var cluster = await Cluster.WithAsync(cron);
        cluster.Time.Advance(TimeSpan.FromMinutes(31));
        var job = ((CreateObject)cluster.Decide(new CronJobReconciler(), cron).Only<InBursts>().Actions.Single()).Object;
        Assert.Equal("2030-01-01T09:30:00+09:00", job.Metadata.Annotations![CronJobAnnotations.ScheduledTime]);
        Assert.Equal(("b", "cron", "CronJob"), (job.Metadata.Annotations["a"], job.Metadata.Labels!["from"], job.Metadata.OwnerReferences!.Single().Kind));
    }

    [Theory]
    [InlineData(600, "", 59)]
    [InlineData(3600, "create Job tick-31557660", 59)]
    public async Task StartingDeadline_RunIsTooLate_IsLost(int deadline, string actions, int next)
    {
        var cron = CronText.CronJob("@hourly");
        await using var cluster = await Cluster.WithAsync(cron with { Spec = cron.Spec with { StartingDeadlineSeconds = deadline } });
        cluster.Time.Advance(TimeSpan.FromMinutes(deadline == 600 ? 71 : 61));
        var decision = cluster.Decide(new CronJobReconciler(), cron);
        Assert.Equal(actions, string.Join('|', decision.Texts()));
        Assert.Equal(TimeSpan.FromMinutes(deadline == 600 ? 49 : next), decision.RequeueAfter);
    }

    /// <summary>By the interval from Friday to Monday, as an approximation counts, Friday's run is forgotten.</summary>
    [Fact]
    public async Task CronJob_IrregularSchedule_LosesNoRun()
    {
        var cron = CronText.CronJob("0 9 * * mon-fri");
        await using var cluster = await Cluster.WithAsync(cron);
        cluster.Time.Advance(TimeSpan.FromDays(6) + TimeSpan.FromHours(8));
        Assert.Equal(["create Job " + CronJobRun.NameOf(cron, Make.Epoch.AddDays(3).AddHours(9))], cluster.Decide(new CronJobReconciler(), cron).Texts());
    }

    private static CronJobStatus Status(Decision decision) => ((CronJob)decision.Only<ReplaceStatus>().Next).Status;
}
