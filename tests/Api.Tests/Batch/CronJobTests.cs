using ActorKube.Api.Tests.Apps;

namespace ActorKube.Api.Tests.Batch;

public sealed class CronJobTests
{
    private const string ZoneInSchedule = "{'spec': {'schedule': 'TZ=UTC 0 * * * *'}}";

    private static readonly KindFixture Kind = Workloads.CronJob;

    [Fact]
    public void Create_Valid_HasNoErrors() => Assert.Empty(Kind.CreateErrors("{'spec': {'timeZone': 'Europe/Berlin', 'concurrencyPolicy': 'Forbid'}}"));

    [Theory]
    [InlineData("{}", "spec/concurrencyPolicy", "'Allow'")]
    [InlineData("{}", "spec/suspend", "false")]
    [InlineData("{}", "spec/successfulJobsHistoryLimit", "3")]
    [InlineData("{}", "spec/failedJobsHistoryLimit", "1")]
    [InlineData("{'spec': {'failedJobsHistoryLimit': 0}}", "spec/failedJobsHistoryLimit", "0")]
    [InlineData("{}", "spec/jobTemplate/spec/backoffLimit", "")]
    [InlineData("{}", "spec/jobTemplate/spec/template/spec/dnsPolicy", "'ClusterFirst'")]
    public void Default_Field_Gets(string patch, string field, string value) => Assert.Equal(value, Kind.Member(Kind.Create(patch), field));

    [Theory]
    [InlineData("{'spec': {'schedule': ''}}", "FieldValueRequired spec.schedule Required value")]
    [InlineData("{'spec': {'schedule': 'x'}}", "FieldValueInvalid spec.schedule Invalid value: \"x\": expected exactly 5 fields, found 1: [x]")]
    [InlineData(ZoneInSchedule, "FieldValueInvalid spec.schedule Invalid value: \"TZ=UTC 0 * * * *\": cannot use TZ or CRON_TZ in schedule, use timeZone field instead")]
    [InlineData("{'spec': {'timeZone': ''}}", "FieldValueInvalid spec.timeZone Invalid value: \"\": timeZone must be nil or non-empty string")]
    [InlineData("{'spec': {'timeZone': 'Mars/Base'}}", "FieldValueInvalid spec.timeZone Invalid value: \"Mars/Base\": unknown time zone Mars/Base")]
    [InlineData("{'spec': {'timeZone': 'Europe//Berlin'}}", "FieldValueInvalid spec.timeZone Invalid value: \"Europe//Berlin\": unknown time zone Europe//Berlin")]
    [InlineData("{'spec': {'timeZone': '../UTC'}}", "FieldValueInvalid spec.timeZone Invalid value: \"../UTC\": unknown time zone ../UTC")]
    [InlineData("{'spec': {'timeZone': 'Local'}}", "FieldValueInvalid spec.timeZone Invalid value: \"Local\": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones")]
    [InlineData("{'spec': {'startingDeadlineSeconds': -1}}", "FieldValueInvalid spec.startingDeadlineSeconds Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'successfulJobsHistoryLimit': -1}}", "FieldValueInvalid spec.successfulJobsHistoryLimit Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'concurrencyPolicy': 'x'}}", "FieldValueNotSupported spec.concurrencyPolicy Unsupported value: \"x\": supported values: \"Allow\", \"Forbid\", \"Replace\"")]
    [InlineData("{'spec': {'jobTemplate': {'spec': {'manualSelector': true}}}}", "FieldValueNotSupported spec.jobTemplate.spec.manualSelector Unsupported value: true: supported values: \"nil\", \"false\"")]
    [InlineData(
        "{'spec': {'jobTemplate': {'spec': {'selector': {'matchLabels': {'a': 'b'}}}}}}",
        "FieldValueInvalid spec.jobTemplate.spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"a\":\"b\"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: `selector` will be auto-generated")]
    [InlineData("{'spec': {'jobTemplate': {'spec': {'parallelism': -1}}}}", "FieldValueInvalid spec.jobTemplate.spec.parallelism Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'metadata': {'name': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'}}", "FieldValueInvalid metadata.name Invalid value: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\": must be no more than 52 characters")]
    public void Create_Mistake_IsNamed(string patch, string error) => Assert.Equal([error], Kind.CreateErrors(patch));

    [Theory]
    [InlineData("{}", "{'spec': {'schedule': '@hourly', 'suspend': true}}", null)]
    [InlineData("{}", ZoneInSchedule, "FieldValueInvalid spec.schedule Invalid value: \"TZ=UTC 0 * * * *\": cannot use TZ or CRON_TZ in schedule, use timeZone field instead")]
    [InlineData(ZoneInSchedule, "{'spec': {'schedule': 'TZ=UTC 1 * * * *'}}", null)]
    [InlineData(
        ZoneInSchedule, "{'spec': {'timeZone': 'UTC'}}", "FieldValueInvalid spec.schedule Invalid value: \"TZ=UTC 0 * * * *\": cannot use both timeZone field and TZ or CRON_TZ in schedule")]
    [InlineData("{'spec': {'timeZone': 'Mars/Base'}}", "{'spec': {'suspend': true}}", null)]
    [InlineData("{'metadata': {'name': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'}}", "{'spec': {'suspend': true}}", null)]
    public void Update_OldFaults_AreLeftAlone(string before, string patch, string? error) => Assert.Equal(error is null ? [] : [error], Kind.UpdateErrors(patch, before));

    [Fact]
    public void Warnings_ZoneInSchedule_EarnsOneAtUpdates()
    {
        var previous = Kind.Create(ZoneInSchedule);
        Assert.Empty(Kind.Kind.Warnings(previous, null));
        Assert.Equal(
            ["cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details"],
            Kind.Kind.Warnings(previous, previous));
    }

    [Fact]
    public void Columns_CronJob_AreThoseOfKubernetes()
    {
        Assert.Equal(
            [
                "Name string 0", "Schedule string 0", "Timezone string 0", "Suspend boolean 0", "Active integer 0", "Last Schedule string 0", "Age string 0",
                "Containers string 1", "Images string 1", "Selector string 1",
            ],
            Kind.Columns());
        Assert.Equal(["a", "*/5 * * * *", "<none>", "False", "0", "<none>", "5m", "c", "i:1", "<none>"], Kind.Cells().Values);
        var cells = Kind.Cells("{'spec': {'suspend': true, 'timeZone': 'UTC'}, 'status': {'active': [{'name': 'a-1'}], 'lastScheduleTime': '2001-02-03T04:05:00Z'}}");
        Assert.Equal(["a", "*/5 * * * *", "UTC", "True", "1", "6s", "5m", "c", "i:1", "<none>"], cells.Values);
    }
}
