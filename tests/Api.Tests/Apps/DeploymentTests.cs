namespace ActorKube.Api.Tests.Apps;

public sealed class DeploymentTests
{
    private const string NotNegative = "must be greater than or equal to 0";

    private static readonly KindFixture Kind = Workloads.Deployment;

    [Fact]
    public void Create_Valid_HasNoErrors() => Assert.Empty(Kind.CreateErrors());

    [Theory]
    [InlineData("{}", "spec/replicas", "1")]
    [InlineData("{'spec': {'replicas': 0}}", "spec/replicas", "0")]
    [InlineData("{}", "spec/strategy", "{'type':'RollingUpdate','rollingUpdate':{'maxUnavailable':'25%','maxSurge':'25%'}}")]
    [InlineData("{'spec': {'strategy': {'rollingUpdate': {'maxSurge': 0}}}}", "spec/strategy/rollingUpdate", "{'maxUnavailable':'25%','maxSurge':0}")]
    [InlineData("{'spec': {'strategy': {'type': 'Recreate'}}}", "spec/strategy", "{'type':'Recreate'}")]
    [InlineData("{}", "spec/revisionHistoryLimit", "10")]
    [InlineData("{}", "spec/progressDeadlineSeconds", "600")]
    [InlineData("{}", "spec/template/spec/restartPolicy", "'Always'")]
    [InlineData("{}", "metadata/labels", "")]
    public void Default_Field_Gets(string patch, string field, string value) => Assert.Equal(value, Kind.Member(Kind.Create(patch), field));

    [Theory]
    [InlineData("{'spec': {'replicas': -1}}", "FieldValueInvalid spec.replicas Invalid value: -1: " + NotNegative)]
    [InlineData("{'spec': {'minReadySeconds': -1}}", "FieldValueInvalid spec.minReadySeconds Invalid value: -1: " + NotNegative)]
    [InlineData("{'spec': {'revisionHistoryLimit': -1}}", "FieldValueInvalid spec.revisionHistoryLimit Invalid value: -1: " + NotNegative)]
    [InlineData("{'spec': {'progressDeadlineSeconds': 5, 'minReadySeconds': 5}}", "FieldValueInvalid spec.progressDeadlineSeconds Invalid value: 5: must be greater than minReadySeconds")]
    [InlineData("{'spec': {'strategy': {'type': 'Recreate', 'rollingUpdate': {}}}}", "FieldValueForbidden spec.strategy.rollingUpdate Forbidden: may not be specified when strategy `type` is 'Recreate'")]
    [InlineData(
        "{'spec': {'strategy': {'type': 'Magic', 'rollingUpdate': {}}}}",
        "FieldValueNotSupported spec.strategy Unsupported value: apps.DeploymentStrategy{Type:\"Magic\", RollingUpdate:(*apps.RollingUpdateDeployment)(0xc000000000)}: supported values: \"Recreate\", \"RollingUpdate\"")]
    [InlineData(
        "{'spec': {'strategy': {'rollingUpdate': {'maxUnavailable': 0, 'maxSurge': '0%'}}}}",
        "FieldValueInvalid spec.strategy.rollingUpdate.maxUnavailable Invalid value: intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}: may not be 0 when `maxSurge` is 0")]
    [InlineData("{'spec': {'strategy': {'rollingUpdate': {'maxSurge': -1}}}}", "FieldValueInvalid spec.strategy.rollingUpdate.maxSurge Invalid value: -1: " + NotNegative)]
    [InlineData(
        "{'spec': {'strategy': {'rollingUpdate': {'maxUnavailable': '101%'}}}}",
        "FieldValueInvalid spec.strategy.rollingUpdate.maxUnavailable Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:\"101%\"}: must not be greater than 100%")]
    [InlineData(
        "{'spec': {'selector': {'matchLabels': {'app': 'y'}}}}",
        "FieldValueInvalid spec.template.metadata.labels Invalid value: map[string]string{\"app\":\"x\"}: `selector` does not match template `labels`")]
    [InlineData(
        "{'spec': {'selector': {'matchLabels': null}}}",
        "FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for deployment")]
    [InlineData("{'spec': {'template': {'spec': {'restartPolicy': 'Never'}}}}", "FieldValueNotSupported spec.template.spec.restartPolicy Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("{'spec': {'template': {'spec': {'activeDeadlineSeconds': 5}}}}", "FieldValueForbidden spec.template.spec.activeDeadlineSeconds Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported")]
    public void Create_Mistake_IsNamed(string patch, string error) => Assert.Equal([error], Kind.CreateErrors(patch));

    [Fact]
    public void Create_NoSelector_IsRequiredAndMatchesNothing() => Assert.Equal(
        [
            "FieldValueRequired spec.selector Required value",
            "FieldValueInvalid spec.template.metadata.labels Invalid value: map[string]string{\"app\":\"x\"}: `selector` does not match template `labels`",
        ],
        Kind.CreateErrors("{'spec': {'selector': null}}"));

    [Fact]
    public void Create_UnreadableSelector_IsNamedTwice() => Assert.Equal(
        [
            "FieldValueInvalid spec.selector.matchExpressions[0].operator Invalid value: \"Like\": not a valid selector operator",
            "FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"app\":\"x\"}, MatchExpressions:[]v1.LabelSelectorRequirement{v1.LabelSelectorRequirement{Key:\"a\", Operator:\"Like\", Values:[]string(nil)}}}: invalid label selector",
        ],
        Kind.CreateErrors("{'spec': {'selector': {'matchExpressions': [{'key': 'a', 'operator': 'Like'}]}}}"));

    [Fact]
    public void Update_Selector_IsImmutable() => Assert.Equal(
        ["FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"app\":\"y\"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable"],
        Kind.UpdateErrors("{'spec': {'selector': {'matchLabels': {'app': 'y'}}, 'template': {'metadata': {'labels': {'app': 'y'}}}}}"));

    [Theory]
    [InlineData("{'status': {'replicas': 3, 'updatedReplicas': 2, 'readyReplicas': 2, 'availableReplicas': 1}}", null)]
    [InlineData("{'status': {'unavailableReplicas': -1}}", "FieldValueInvalid status.unavailableReplicas Invalid value: -1: " + NotNegative)]
    [InlineData("{'status': {'observedGeneration': -1}}", "FieldValueInvalid status.observedGeneration Invalid value: -1: " + NotNegative)]
    [InlineData("{'status': {'updatedReplicas': 1}}", "FieldValueInvalid status.updatedReplicas Invalid value: 1: cannot be greater than status.replicas")]
    [InlineData("{'status': {'replicas': 1, 'availableReplicas': 1}}", "FieldValueInvalid status.availableReplicas Invalid value: 1: cannot be greater than readyReplicas")]
    [InlineData("{'status': {'collisionCount': 1}}", "FieldValueInvalid status.collisionCount Invalid value: 1: cannot be decremented")]
    [InlineData("{'status': {'collisionCount': null}}", "FieldValueInvalid status.collisionCount Invalid value: 0: cannot be decremented")]
    public void StatusUpdate_Counts_AreConsistent(string patch, string? error) =>
        Assert.Equal(error is null ? [] : [error], Kind.StatusErrors(patch, patch.Contains("collision", StringComparison.Ordinal) ? "{'status': {'collisionCount': 2}}" : "{}"));

    [Fact]
    public void Columns_Deployment_AreThoseOfKubernetes()
    {
        Assert.Equal(
            ["Name string 0", "Ready string 0", "Up-to-date string 0", "Available string 0", "Age string 0", "Containers string 1", "Images string 1", "Selector string 1"],
            Kind.Columns());
        var cells = Kind.Cells("{'spec': {'replicas': 4}, 'status': {'replicas': 3, 'updatedReplicas': 2, 'readyReplicas': 1, 'availableReplicas': 1}}");
        Assert.Equal(["a", "1/4", "2", "1", "5m", "c,d", "i:1,j", "app=x"], cells.Values);
    }
}
