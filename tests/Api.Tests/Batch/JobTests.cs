using ActorKube.Api.Tests.Apps;

namespace ActorKube.Api.Tests.Batch;

public sealed class JobTests
{
    private const string NotNegative = "must be greater than or equal to 0";
    private const string Uid = KindFixture.Uid;

    private static readonly KindFixture Kind = Workloads.Job;
    private static readonly KindFixture Indexed = Workloads.IndexedJob;

    [Fact]
    public void Create_Valid_HasNoErrors()
    {
        Assert.Empty(Kind.CreateErrors());
        Assert.Empty(Indexed.CreateErrors());
    }

    [Theory]
    [InlineData("{}", "spec/completions", "1")]
    [InlineData("{'spec': {'parallelism': 2}}", "spec/completions", "")]
    [InlineData("{'spec': {'completions': 2}}", "spec/parallelism", "1")]
    [InlineData("{}", "spec/backoffLimit", "6")]
    [InlineData("{'spec': {'backoffLimitPerIndex': 1}}", "spec/backoffLimit", "2147483647")]
    [InlineData("{}", "spec/completionMode", "'NonIndexed'")]
    [InlineData("{}", "spec/suspend", "false")]
    [InlineData("{}", "spec/manualSelector", "false")]
    [InlineData("{}", "spec/podReplacementPolicy", "'TerminatingOrFailed'")]
    [InlineData("{'spec': {'podFailurePolicy': {'rules': []}}}", "spec/podReplacementPolicy", "'Failed'")]
    [InlineData(
        "{'spec': {'podFailurePolicy': {'rules': [{'action': 'Ignore', 'onPodConditions': [{'type': 'DisruptionTarget'}]}]}}}",
        "spec/podFailurePolicy/rules/0/onPodConditions",
        "[{'type':'DisruptionTarget','status':'True'}]")]
    [InlineData("{}", "metadata/labels", "")]
    [InlineData("{'spec': {'template': {'metadata': {'labels': {'a': 'b'}}}}}", "metadata/labels/a", "'b'")]
    [InlineData("{'spec': {'template': {'metadata': {'labels': {'a': 'b'}}}}}", "metadata/labels/job-name", "'a'")]
    [InlineData("{'metadata': {'labels': {'a': 'b'}}, 'spec': {'template': {'metadata': {'labels': {'a': 'b'}}}}}", "metadata/labels", "{'a':'b'}")]
    [InlineData("{}", "spec/selector", "{'matchLabels':{'batch.kubernetes.io/controller-uid':'" + Uid + "'}}")]
    [InlineData("{}", "spec/template/metadata/labels/job-name", "'a'")]
    [InlineData("{}", "spec/template/metadata/labels/batch.kubernetes.io~1job-name", "'a'")]
    [InlineData("{}", "spec/template/metadata/labels/controller-uid", "'" + Uid + "'")]
    [InlineData("{}", "spec/template/metadata/labels/batch.kubernetes.io~1controller-uid", "'" + Uid + "'")]
    [InlineData("{'spec': {'manualSelector': true, 'selector': {'matchLabels': {'a': 'b'}}}}", "spec/selector", "{'matchLabels':{'a':'b'}}")]
    public void Default_Field_Gets(string patch, string field, string value) => Assert.Equal(value, Kind.Member(Kind.Create(patch), field));

    [Theory]
    [InlineData("{'spec': {'parallelism': -1}}", "FieldValueInvalid spec.parallelism Invalid value: -1: " + NotNegative)]
    [InlineData("{'spec': {'completions': -1}}", "FieldValueInvalid spec.completions Invalid value: -1: " + NotNegative)]
    [InlineData("{'spec': {'activeDeadlineSeconds': -1}}", "FieldValueInvalid spec.activeDeadlineSeconds Invalid value: -1: " + NotNegative)]
    [InlineData("{'spec': {'backoffLimit': -1}}", "FieldValueInvalid spec.backoffLimit Invalid value: -1: " + NotNegative)]
    [InlineData("{'spec': {'ttlSecondsAfterFinished': -1}}", "FieldValueInvalid spec.ttlSecondsAfterFinished Invalid value: -1: " + NotNegative)]
    [InlineData("{'spec': {'backoffLimitPerIndex': 1}}", "FieldValueInvalid spec.backoffLimitPerIndex Invalid value: 1: requires indexed completion mode")]
    [InlineData("{'spec': {'completionMode': 'x'}}", "FieldValueNotSupported spec.completionMode Unsupported value: \"x\": supported values: \"NonIndexed\", \"Indexed\"")]
    [InlineData("{'spec': {'podReplacementPolicy': 'x'}}", "FieldValueNotSupported spec.podReplacementPolicy Unsupported value: \"x\": supported values: \"Failed\", \"TerminatingOrFailed\"")]
    [InlineData(
        "{'spec': {'podReplacementPolicy': 'TerminatingOrFailed', 'podFailurePolicy': {'rules': []}}}",
        "FieldValueNotSupported spec.podReplacementPolicy Unsupported value: \"TerminatingOrFailed\": supported values: \"Failed\"")]
    [InlineData("{'spec': {'managedBy': ''}}", "FieldValueRequired spec.managedBy Required value")]
    [InlineData("{'spec': {'managedBy': 'a'}}", "FieldValueInvalid spec.managedBy Invalid value: \"a\": must be a domain-prefixed path (such as \"acme.io/foo\")")]
    [InlineData("{'spec': {'managedBy': 'a/b c'}}", "FieldValueInvalid spec.managedBy Invalid value: \"b c\": Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')")]
    [InlineData("{'spec': {'managedBy': 'a/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'}}", "FieldValueTooLong spec.managedBy Too long: may not be more than 63 bytes")]
    [InlineData("{'spec': {'template': {'spec': {'restartPolicy': 'Always'}}}}", "FieldValueRequired spec.template.spec.restartPolicy Required value: valid values: \"OnFailure\", \"Never\"")]
    [InlineData("{'spec': {'template': {'spec': {'restartPolicy': null}}}}", "FieldValueRequired spec.template.spec.restartPolicy Required value: valid values: \"OnFailure\", \"Never\"")]
    [InlineData(
        "{'spec': {'podFailurePolicy': {'rules': []}, 'template': {'spec': {'restartPolicy': 'OnFailure'}}}}",
        "FieldValueInvalid spec.template.spec.restartPolicy Invalid value: \"OnFailure\": only \"Never\" is supported when podFailurePolicy is specified")]
    [InlineData(
        "{'spec': {'successPolicy': {'rules': [{'succeededCount': 1}]}}}",
        "FieldValueInvalid spec.successPolicy Invalid value: batch.SuccessPolicy{Rules:[]batch.SuccessPolicyRule{batch.SuccessPolicyRule{SucceededIndexes:(*string)(nil), SucceededCount:(*int32)(0xc000000000)}}}: requires indexed completion mode")]
    [InlineData("{'spec': {'manualSelector': true, 'selector': {'matchLabels': {'a': 'b'}}}}", "FieldValueInvalid spec.template.metadata.labels Invalid value: map[string]string(nil): `selector` does not match template `labels`")]
    public void Create_Mistake_IsNamed(string patch, string error) => Assert.Equal([error], Kind.CreateErrors(patch));

    [Theory]
    [InlineData("{'spec': {'parallelism': 100001}}", "FieldValueInvalid spec.parallelism Invalid value: 100001: must be less than or equal to 100000 when completion mode is Indexed")]
    [InlineData("{'spec': {'completions': null}}", "FieldValueRequired spec.completions Required value: when completion mode is Indexed")]
    [InlineData("{'spec': {'maxFailedIndexes': 6}}", "FieldValueInvalid spec.maxFailedIndexes Invalid value: 6: must be less than or equal to completions")]
    [InlineData("{'spec': {'maxFailedIndexes': 1, 'backoffLimitPerIndex': null}}", "FieldValueRequired spec.backoffLimitPerIndex Required value: when maxFailedIndexes is specified")]
    [InlineData("{'spec': {'completions': 100001}}", "FieldValueRequired spec.maxFailedIndexes Required value: must be specified when completions is above 100000")]
    [InlineData(
        "{'spec': {'completions': 100001, 'maxFailedIndexes': 1, 'parallelism': 10001}}",
        "FieldValueInvalid spec.parallelism Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index")]
    [InlineData(
        "{'spec': {'completions': 100001, 'maxFailedIndexes': 10001}}",
        "FieldValueInvalid spec.maxFailedIndexes Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index")]
    [InlineData("{'metadata': {'name': 'a.b'}}", "FieldValueInvalid metadata.name Invalid value: \"a.b\": will not able to create pod with invalid DNS label: a.b-4")]
    [InlineData("{'spec': {'successPolicy': {'rules': []}}}", "FieldValueRequired spec.successPolicy.rules Required value: at least one rules must be specified when the successPolicy is specified")]
    [InlineData("{'spec': {'successPolicy': {'rules': [{}]}}}", "FieldValueRequired spec.successPolicy.rules[0] Required value: at least one of succeededCount or succeededIndexes must be specified")]
    [InlineData("{'spec': {'successPolicy': {'rules': [{'succeededIndexes': '5'}]}}}", "FieldValueInvalid spec.successPolicy.rules[0].succeededIndexes Invalid value: \"5\": error parsing succeededIndexes: too large index: \"5\"")]
    [InlineData("{'spec': {'successPolicy': {'rules': [{'succeededCount': 6}]}}}", "FieldValueInvalid spec.successPolicy.rules[0].succeededCount Invalid value: 6: must be less than or equal to 5 (the number of specified completions)")]
    [InlineData(
        "{'spec': {'successPolicy': {'rules': [{'succeededIndexes': '0-2', 'succeededCount': 4}]}}}",
        "FieldValueInvalid spec.successPolicy.rules[0].succeededCount Invalid value: 4: must be less than or equal to 3 (the number of indexes in the specified succeededIndexes field)")]
    [InlineData("{'spec': {'successPolicy': {'rules': [{'succeededCount': -1}]}}}", "FieldValueInvalid spec.successPolicy.rules[0].succeededCount Invalid value: -1: " + NotNegative)]
    public void Create_IndexedMistake_IsNamed(string patch, string error) => Assert.Equal([error], Indexed.CreateErrors(patch));

    [Theory]
    [InlineData("{'action': '', 'onExitCodes': {'operator': 'In', 'values': [1]}}", "FieldValueRequired .action Required value: valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]")]
    [InlineData("{'action': 'x', 'onExitCodes': {'operator': 'In', 'values': [1]}}", "FieldValueNotSupported .action Unsupported value: \"x\": supported values: \"Count\", \"FailIndex\", \"FailJob\", \"Ignore\"")]
    [InlineData("{'action': 'FailIndex', 'onExitCodes': {'operator': 'In', 'values': [1]}}", "FieldValueInvalid .action Invalid value: \"FailIndex\": requires the backoffLimitPerIndex to be set")]
    [InlineData("{'action': 'Count'}", "FieldValueInvalid  Invalid value: specifying one of OnExitCodes and OnPodConditions is required")]
    [InlineData(
        "{'action': 'Count', 'onExitCodes': {'operator': 'In', 'values': [1]}, 'onPodConditions': [{'type': 'a'}]}",
        "FieldValueInvalid  Invalid value: specifying both OnExitCodes and OnPodConditions is not supported")]
    [InlineData("{'action': 'Count', 'onExitCodes': {'operator': '', 'values': [1]}}", "FieldValueRequired .onExitCodes.operator Required value: valid values: [\"In\" \"NotIn\"]")]
    [InlineData("{'action': 'Count', 'onExitCodes': {'operator': 'x', 'values': [1]}}", "FieldValueNotSupported .onExitCodes.operator Unsupported value: \"x\": supported values: \"In\", \"NotIn\"")]
    [InlineData("{'action': 'Count', 'onExitCodes': {'operator': 'NotIn', 'values': [0], 'containerName': 'x'}}", "FieldValueInvalid .onExitCodes.containerName Invalid value: \"x\": must be one of the container or initContainer names in the pod template")]
    [InlineData("{'action': 'Count', 'onExitCodes': {'operator': 'In', 'values': []}}", "FieldValueInvalid .onExitCodes.values Invalid value: []int32{}: at least one value is required")]
    [InlineData("{'action': 'Count', 'onExitCodes': {'operator': 'In', 'values': [0]}}", "FieldValueInvalid .onExitCodes.values[0] Invalid value: 0: must not be 0 for the In operator")]
    [InlineData("{'action': 'Count', 'onExitCodes': {'operator': 'In', 'values': [1, 1]}}", "FieldValueDuplicate .onExitCodes.values[1] Duplicate value: 1")]
    [InlineData("{'action': 'Count', 'onExitCodes': {'operator': 'In', 'values': [2, 1]}}", "FieldValueInvalid .onExitCodes.values Invalid value: []int32{2, 1}: must be ordered")]
    [InlineData("{'action': 'Count', 'onPodConditions': [{'type': 'a', 'status': 'x'}]}", "FieldValueNotSupported .onPodConditions[0].status Unsupported value: \"x\": supported values: \"False\", \"True\", \"Unknown\"")]
    public void Create_FailurePolicyMistake_IsNamed(string rule, string error) => Assert.Equal(
        [error.Replace(" .", " spec.podFailurePolicy.rules[0].", StringComparison.Ordinal).Replace("  ", " spec.podFailurePolicy.rules[0] ", StringComparison.Ordinal)],
        Kind.CreateErrors($"{{'spec': {{'podFailurePolicy': {{'rules': [{rule}]}}}}}}"));

    [Fact]
    public void Create_SelectorOfOnesOwn_NeedsManualSelector() => Assert.Equal(
        [
            "FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"a\":\"b\", \"batch.kubernetes.io/controller-uid\":\"" + Uid + "\"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: `selector` not auto-generated",
            "FieldValueInvalid spec.template.metadata.labels Invalid value: map[string]string{\"batch.kubernetes.io/controller-uid\":\"" + Uid + "\", \"batch.kubernetes.io/job-name\":\"a\", \"controller-uid\":\"" + Uid + "\", \"job-name\":\"a\"}: `selector` does not match template `labels`",
        ],
        Kind.CreateErrors("{'spec': {'selector': {'matchLabels': {'a': 'b'}}}}"));

    [Fact]
    public void Create_LabelThatContradicts_IsNamed() => Assert.Contains(
        "FieldValueInvalid spec.template.metadata.labels[job-name] Invalid value: map[string]string{\"batch.kubernetes.io/controller-uid\":\"" + Uid + "\", \"batch.kubernetes.io/job-name\":\"a\", \"controller-uid\":\"" + Uid + "\", \"job-name\":\"z\"}: must be 'a'",
        Kind.CreateErrors("{'spec': {'template': {'metadata': {'labels': {'job-name': 'z'}}}}}"));

    [Fact]
    public void Warnings_VeryLargeIndexedJob_EarnsOne() => Assert.StartsWith(
        "spec: In Indexed Jobs with a number of completions higher than 10^5",
        Assert.Single(Indexed.Warnings("{'spec': {'completions': 100001, 'parallelism': 10001}}")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{'status': {'conditions': [{'type': 'Complete', 'status': 'True'}], 'startTime': '2001-02-03T04:00:00Z', 'completionTime': '2001-02-03T04:02:05Z', 'succeeded': 1}}", "Complete", "1/1", "2m5s")]
    [InlineData("{'status': {'conditions': [{'type': 'Failed', 'status': 'True'}]}}", "Failed", "0/1", "")]
    [InlineData("{'status': {'conditions': [{'type': 'Suspended', 'status': 'True'}]}}", "Suspended", "0/1", "")]
    [InlineData("{'status': {'conditions': [{'type': 'FailureTarget', 'status': 'True'}]}}", "FailureTarget", "0/1", "")]
    [InlineData("{'metadata': {'deletionTimestamp': '2001-02-03T04:00:00Z'}}", "Terminating", "0/1", "")]
    [InlineData("{'spec': {'parallelism': 3}, 'status': {'startTime': '2001-02-03T04:05:00Z'}}", "Running", "0/1 of 3", "6s")]
    [InlineData("{'spec': {'parallelism': 1}}", "Running", "0/1", "")]
    [InlineData("{'spec': {'completions': 4}}", "Running", "0/4", "")]
    public void Columns_Job_AreThoseOfKubernetes(string patch, string status, string completions, string duration)
    {
        Assert.Equal(
            ["Name string 0", "Status string 0", "Completions string 0", "Duration string 0", "Age string 0", "Containers string 1", "Images string 1", "Selector string 1"],
            Kind.Columns());
        Assert.Equal(["a", status, completions, duration, "5m", "c", "i:1", "batch.kubernetes.io/controller-uid=" + Uid], Kind.Cells(patch).Values);
    }

    [Fact]
    public void FieldSelector_Successful_IsTheCount() =>
        Assert.Equal("2", Kind.Kind.SelectableFields["status.successful"](Kind.WithStatus("{'status': {'succeeded': 2}}")));
}
