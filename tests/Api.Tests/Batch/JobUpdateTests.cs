using ActorKube.Api.Tests.Apps;

namespace ActorKube.Api.Tests.Batch;

public sealed class JobUpdateTests
{
    private const string Suspended = "{'spec': {'suspend': true}}";

    private static readonly KindFixture Kind = Workloads.Job;
    private static readonly KindFixture Indexed = Workloads.IndexedJob;

    [Theory]
    [InlineData("{'spec': {'parallelism': 3, 'suspend': true, 'activeDeadlineSeconds': 5, 'backoffLimit': 2, 'ttlSecondsAfterFinished': 9}}", null)]
    [InlineData("{'spec': {'completions': 3}}", "spec.completions Invalid value: 3: field is immutable")]
    [InlineData("{'spec': {'completions': null}}", "spec.completions Invalid value: \"null\": field is immutable")]
    [InlineData("{'spec': {'managedBy': 'a/b'}}", "spec.managedBy Invalid value: \"a/b\": field is immutable")]
    public void Update_Field_MayChangeOrNot(string patch, string? error) =>
        Assert.Equal(error is null ? [] : ["FieldValueInvalid " + error], Kind.UpdateErrors(patch));

    [Theory]
    [InlineData("{'spec': {'completionMode': 'Indexed'}}", "spec.completionMode")]
    [InlineData("{'spec': {'podFailurePolicy': {'rules': []}, 'podReplacementPolicy': 'Failed'}}", "spec.podFailurePolicy")]
    [InlineData("{'spec': {'template': {'spec': {'containers': [{'name': 'c', 'image': 'i:2'}]}}}}", "spec.template")]
    [InlineData("{'spec': {'template': {'spec': {'nodeSelector': {'a': 'b'}}}}}", "spec.template")]
    [InlineData("{'spec': {'template': {'metadata': {'annotations': {'a': 'b'}}}}}", "spec.template")]
    public void Update_Field_IsImmutable(string patch, string field)
    {
        var error = Assert.Single(Kind.UpdateErrors(patch));
        Assert.StartsWith($"FieldValueInvalid {field} Invalid value: ", error, StringComparison.Ordinal);
        Assert.EndsWith(": field is immutable", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'spec': {'template': {'spec': {'nodeSelector': {'a': 'b'}, 'tolerations': [{'operator': 'Exists'}], 'schedulingGates': [{'name': 'a'}]}}}}")]
    [InlineData("{'spec': {'template': {'metadata': {'annotations': {'a': 'b'}, 'labels': {'c': 'd'}}}}}")]
    [InlineData("{'spec': {'template': {'spec': {'affinity': {'nodeAffinity': {}}}}}}")]
    public void Update_WhereASuspendedJobGoes_MayChange(string patch) => Assert.Empty(Kind.UpdateErrors(patch, Suspended));

    [Theory]
    [InlineData("{'spec': {'template': {'spec': {'containers': [{'name': 'c', 'image': 'i:2'}]}}}}")]
    [InlineData("{'spec': {'template': {'spec': {'affinity': {'podAffinity': {}}}}}}")]
    public void Update_RestOfASuspendedJobsTemplate_IsImmutable(string patch) =>
        Assert.EndsWith("field is immutable", Assert.Single(Kind.UpdateErrors(patch, Suspended)), StringComparison.Ordinal);

    [Fact]
    public void Update_Affinity_CanBeClearedWhereItNamedNodesOnly()
    {
        const string Clear = "{'spec': {'template': {'spec': {'affinity': null}}}}";
        Assert.Empty(Kind.UpdateErrors(Clear, "{'spec': {'suspend': true, 'template': {'spec': {'affinity': {'nodeAffinity': {}}}}}}"));
        Assert.Single(Kind.UpdateErrors(Clear, "{'spec': {'suspend': true, 'template': {'spec': {'affinity': {'nodeAffinity': {}, 'podAffinity': {}}}}}}"));
    }

    [Theory]
    [InlineData("{'spec': {'completions': 3, 'parallelism': 3}}", null)]
    [InlineData("{'spec': {'parallelism': 3}}", null)]
    [InlineData("{'spec': {'completions': 3}}", "FieldValueInvalid spec.completions Invalid value: 3: can only be modified in tandem with spec.parallelism")]
    [InlineData("{'spec': {'backoffLimitPerIndex': 2}}", "FieldValueInvalid spec.backoffLimitPerIndex Invalid value: 2: field is immutable")]
    public void Update_IndexedJob_IsElastic(string patch, string? error) => Assert.Equal(error is null ? [] : [error], Indexed.UpdateErrors(patch));

    /// <summary>As recorded from a replacement that leaves out what creation had filled in.</summary>
    [Fact]
    public void Update_SelectorLeftOut_IsNamedByEveryRule() => Assert.Equal(
        [
            "FieldValueRequired spec.selector Required value",
            "FieldValueInvalid spec.template.metadata.labels Invalid value: map[string]string(nil): `selector` does not match template `labels`",
            "FieldValueRequired spec.selector Required value",
            "FieldValueInvalid spec.template.metadata.labels Invalid value: map[string]string(nil): `selector` does not match template `labels`",
            "FieldValueInvalid spec.completions Invalid value: \"null\": field is immutable",
            "FieldValueInvalid spec.selector Invalid value: \"null\": field is immutable",
        ],
        Kind.UpdateErrors("{'spec': {'selector': null, 'completions': null, 'template': {'metadata': {'labels': null}}}}", Suspended));
}
