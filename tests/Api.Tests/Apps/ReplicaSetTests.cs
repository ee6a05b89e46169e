namespace ActorKube.Api.Tests.Apps;

public sealed class ReplicaSetTests
{
    private static readonly KindFixture Kind = Workloads.ReplicaSet;

    [Fact]
    public void Create_Valid_HasNoErrors() => Assert.Empty(Kind.CreateErrors());

    [Fact]
    public void Default_Replicas_AreOne() => Assert.Equal("1", Kind.Member(Kind.Create(), "spec/replicas"));

    [Theory]
    [InlineData("{'spec': {'replicas': -1}}", "FieldValueInvalid spec.replicas Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'minReadySeconds': -1}}", "FieldValueInvalid spec.minReadySeconds Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'template': {'spec': {'restartPolicy': 'OnFailure'}}}}", "FieldValueNotSupported spec.template.spec.restartPolicy Unsupported value: \"OnFailure\": supported values: \"Always\"")]
    [InlineData(
        "{'spec': {'selector': {'matchLabels': null}}}",
        "FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for deployment")]
    public void Create_Mistake_IsNamed(string patch, string error) => Assert.Equal([error], Kind.CreateErrors(patch));

    [Fact]
    public void Update_Mistake_IsNamedTwice()
    {
        const string Error = "FieldValueInvalid spec.replicas Invalid value: -1: must be greater than or equal to 0";
        Assert.Equal([Error, Error], Kind.UpdateErrors("{'spec': {'replicas': -1}}"));
    }

    [Fact]
    public void Update_Selector_IsImmutable() => Assert.Equal(
        ["FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"app\":\"x\", \"b\":\"c\"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable"],
        Kind.UpdateErrors("{'spec': {'selector': {'matchLabels': {'b': 'c'}}, 'template': {'metadata': {'labels': {'b': 'c'}}}}}"));

    [Theory]
    [InlineData("{'status': {'replicas': 3, 'fullyLabeledReplicas': 3, 'readyReplicas': 2, 'availableReplicas': 1}}", null)]
    [InlineData("{'status': {'fullyLabeledReplicas': 1}}", "FieldValueInvalid status.fullyLabeledReplicas Invalid value: 1: cannot be greater than status.replicas")]
    [InlineData("{'status': {'readyReplicas': 1}}", "FieldValueInvalid status.readyReplicas Invalid value: 1: cannot be greater than status.replicas")]
    [InlineData("{'status': {'replicas': 1, 'availableReplicas': 1}}", "FieldValueInvalid status.availableReplicas Invalid value: 1: cannot be greater than readyReplicas")]
    public void StatusUpdate_Counts_AreConsistent(string patch, string? error) => Assert.Equal(error is null ? [] : [error], Kind.StatusErrors(patch));

    [Fact]
    public void Columns_ReplicaSet_AreThoseOfKubernetes()
    {
        Assert.Equal(
            ["Name string 0", "Desired integer 0", "Current integer 0", "Ready integer 0", "Age string 0", "Containers string 1", "Images string 1", "Selector string 1"],
            Kind.Columns());
        Assert.Equal(["a", "4", "3", "1", "5m", "c,d", "i:1,j", "app=x"], Kind.Cells("{'spec': {'replicas': 4}, 'status': {'replicas': 3, 'readyReplicas': 1}}").Values);
    }
}
