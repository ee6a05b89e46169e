using ActorKube.Api.Tests.Apps;

namespace ActorKube.Api.Tests.Batch;

public sealed class JobStatusTests
{
    private const string Times = "'startTime': '2001-02-03T04:00:00Z'";
    private const string Met = "{'type': 'SuccessCriteriaMet', 'status': 'True'}";
    private const string Complete = "{'type': 'Complete', 'status': 'True'}";
    private const string Failed = "{'type': 'Failed', 'status': 'True'}";
    private const string Target = "{'type': 'FailureTarget', 'status': 'True'}";
    private const string Conditions = "FieldValueInvalid status.conditions Invalid value: ";
    private const string Done = "'startTime': '2001-02-03T04:00:00Z', 'completionTime': '2001-02-03T04:02:00Z', 'conditions': [" + Met + ", " + Complete + "]";
    private const string Lost = "'startTime': '2001-02-03T04:00:00Z', 'conditions': [" + Target + ", " + Failed + "]";

    private static readonly KindFixture Kind = Workloads.Job;
    private static readonly KindFixture Indexed = Workloads.IndexedJob;

    [Theory]
    [InlineData("'active': 1, 'ready': 1, 'startTime': '2001-02-03T04:00:00Z', 'uncountedTerminatedPods': {'succeeded': ['u'], 'failed': ['v']}", null)]
    [InlineData(Done, null)]
    [InlineData(Lost, null)]
    [InlineData("'active': -1", "FieldValueInvalid status.active Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("'terminating': -1", "FieldValueInvalid status.terminating Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("'ready': 1", "FieldValueInvalid status.ready Invalid value: 1: cannot set more ready pods than active")]
    [InlineData("'uncountedTerminatedPods': {'succeeded': ['']}", "FieldValueInvalid status.uncountedTerminatedPods.succeeded[0] Invalid value: \"\": must not be empty")]
    [InlineData("'uncountedTerminatedPods': {'succeeded': ['u'], 'failed': ['u']}", "FieldValueDuplicate status.uncountedTerminatedPods.failed[0] Duplicate value: \"u\"")]
    [InlineData("'completedIndexes': '0'", "FieldValueInvalid status.completedIndexes Invalid value: \"0\": cannot set non-empty completedIndexes when non-indexed completion mode")]
    [InlineData("'failedIndexes': ''", "FieldValueInvalid status.failedIndexes Invalid value: \"\": cannot set non-null failedIndexes when backoffLimitPerIndex is null")]
    [InlineData("'completionTime': '2001-02-03T04:05:06Z'", "FieldValueInvalid status.completionTime Invalid value: 2001-02-03 04:05:06 +0000 UTC: cannot set completionTime when there is no Complete=True condition")]
    [InlineData(Done + ", 'active': 1", "FieldValueInvalid status.active Invalid value: 1: active>0 is invalid for finished job")]
    [InlineData(Lost + ", 'terminating': 1", "FieldValueInvalid status.terminating Invalid value: 1: terminating>0 is invalid for finished job")]
    [InlineData(
        Lost + ", 'uncountedTerminatedPods': {'succeeded': ['u']}",
        "FieldValueInvalid status.uncountedTerminatedPods Invalid value: batch.UncountedTerminatedPods{Succeeded:[]types.UID{\"u\"}, Failed:[]types.UID(nil)}: uncountedTerminatedPods needs to be empty for finished job")]
    [InlineData("'conditions': [" + Target + ", " + Failed + "]", "FieldValueRequired status.startTime Required value: startTime is required for finished job")]
    [InlineData(Times + ", 'conditions': [" + Failed + "]", Conditions + "cannot set Failed=True condition without the FailureTarget=true condition")]
    [InlineData(Times + ", 'conditions': [" + Met + ", " + Complete + "]", "FieldValueRequired status.completionTime Required value: completionTime is required for Complete jobs")]
    [InlineData(Times + ", 'conditions': [" + Met + ", " + Target + "]", Conditions + "cannot set SuccessCriteriaMet=True and FailureTarget=true conditions")]
    [InlineData(
        "'startTime': '2001-02-03T04:00:00Z', 'completionTime': '2001-02-03T03:00:00Z', 'conditions': [" + Met + ", " + Complete + "]",
        "FieldValueInvalid status.completionTime Invalid value: 2001-02-03 03:00:00 +0000 UTC: completionTime cannot be set before startTime")]
    [InlineData(
        "'startTime': '2001-02-03T04:00:00Z', 'completionTime': '2001-02-03T04:02:00Z', 'conditions': [" + Complete + "]",
        Conditions + "cannot set Complete=True condition without the SuccessCriteriaMet=true condition")]
    public void StatusUpdate_OfNewJob_HasToBeConsistent(string status, string? error) =>
        Assert.Equal(error is null ? [] : [error], Kind.StatusErrors($"{{'status': {{{status}}}}}"));

    [Theory]
    [InlineData(Done, "'conditions': []", Conditions + "cannot disable the terminal Complete=True condition", "FieldValueInvalid status.completionTime Invalid value: 2001-02-03 04:02:00 +0000 UTC: cannot set completionTime when there is no Complete=True condition", Conditions + "cannot disable the SuccessCriteriaMet=True condition")]
    [InlineData(Done, "'completionTime': '2001-02-03T04:03:00Z'", "FieldValueInvalid status.completionTime Invalid value: 2001-02-03 04:03:00 +0000 UTC: completionTime cannot be mutated")]
    [InlineData("'failed': 3", "'failed': 2", "FieldValueInvalid status.failed Invalid value: 2: cannot decrease the failed counter")]
    [InlineData("'succeeded': 3", "'succeeded': 2", "FieldValueInvalid status.succeeded Invalid value: 2: cannot decrease the succeeded counter")]
    [InlineData(Times, "'startTime': null", "FieldValueRequired status.startTime Required value: startTime cannot be removed for unsuspended job")]
    [InlineData("'active': 0", Times)]
    public void StatusUpdate_Change_GoesForwardOnly(string before, string status, params string[] errors) => Assert.Equal(
        errors.Order(StringComparer.Ordinal), Kind.StatusErrors($"{{'status': {{{status}}}}}", $"{{'status': {{{before}}}}}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("'completedIndexes': '0-2', 'failedIndexes': '3'", null)]
    [InlineData("'completedIndexes': '5'", "FieldValueInvalid status.completedIndexes Invalid value: \"5\": error parsing completedIndexes: too large index: \"5\"")]
    [InlineData("'failedIndexes': 'x'", "FieldValueInvalid status.failedIndexes Invalid value: \"x\": error parsing failedIndexes: cannot convert string to integer for index: \"x\"")]
    [InlineData("'completedIndexes': '0-2', 'failedIndexes': '2'", "FieldValueInvalid status.failedIndexes Invalid value: \"2\": failedIndexes and completedIndexes overlap at index: 2")]
    public void StatusUpdate_Indexes_HaveToBeReadable(string status, string? error) =>
        Assert.Equal(error is null ? [] : [error], Indexed.StatusErrors($"{{'status': {{{status}}}}}"));

    [Fact]
    public void StatusUpdate_ElasticJob_MayLoseSuccesses() => Assert.Empty(Indexed.StatusErrors("{'status': {'succeeded': 2}}", "{'status': {'succeeded': 3}}"));

    [Theory]
    [InlineData("{'spec': {'suspend': true}, 'status': {'startTime': '2001-02-03T04:00:00Z'}}", "{'status': {'startTime': null}}")]
    [InlineData(
        "{'status': {'startTime': '2001-02-03T04:00:00Z', 'conditions': [{'type': 'Suspended', 'status': 'True'}]}}",
        "{'status': {'startTime': '2001-02-03T04:03:00Z', 'conditions': [{'type': 'Suspended', 'status': 'False'}]}}")]
    public void StatusUpdate_SuspendedOrResumedJob_StartsAnew(string before, string status) => Assert.Empty(Kind.StatusErrors(status, before));

    [Fact]
    public void StatusUpdate_OldFaults_AreLeftAlone() => Assert.Empty(Kind.StatusErrors("{'status': {'failed': 1}}", "{'status': {'completionTime': '2001-02-03T04:00:00Z', 'ready': 5}}"));
}
