using ActorKube.Api.Errors;

namespace ActorKube.Api.Tests.Apps;

public sealed class DaemonSetTests
{
    private const string Generation = "metadata/annotations/deprecated.daemonset.template.generation";

    private static readonly KindFixture Kind = Workloads.DaemonSet;

    [Fact]
    public void Create_Valid_HasNoErrors() => Assert.Empty(Kind.CreateErrors());

    [Theory]
    [InlineData("{}", "spec/updateStrategy", "{'type':'RollingUpdate','rollingUpdate':{'maxUnavailable':1,'maxSurge':0}}")]
    [InlineData("{'spec': {'updateStrategy': {'rollingUpdate': {'maxSurge': '10%'}}}}", "spec/updateStrategy/rollingUpdate", "{'maxUnavailable':1,'maxSurge':'10%'}")]
    [InlineData("{'spec': {'updateStrategy': {'type': 'OnDelete'}}}", "spec/updateStrategy", "{'type':'OnDelete'}")]
    [InlineData("{}", "spec/revisionHistoryLimit", "10")]
    [InlineData("{}", Generation, "'1'")]
    [InlineData("{'metadata': {'annotations': {'deprecated.daemonset.template.generation': '7'}}}", Generation, "'7'")]
    [InlineData("{'metadata': {'annotations': {'deprecated.daemonset.template.generation': '-7'}}}", Generation, "'1'")]
    public void Default_Field_Gets(string patch, string field, string value) => Assert.Equal(value, Kind.Member(Kind.Create(patch), field));

    [Theory]
    [InlineData("{'spec': {'minReadySeconds': 5}}", "'1'", 2)]
    [InlineData("{'spec': {'template': {'spec': {'hostNetwork': true}}}}", "'2'", 2)]
    [InlineData("{'metadata': {'annotations': {'deprecated.daemonset.template.generation': '9'}}}", "'1'", 1)]
    [InlineData("{'metadata': {'annotations': null}}", "'1'", 1)]
    public void Update_TemplateGeneration_CountsChangesOfTheTemplate(string patch, string template, long generation)
    {
        var next = Kind.Update(patch);
        Assert.Equal((template, generation), (Kind.Member(next, Generation), next.Metadata.Generation));
    }

    [Fact]
    public void StatusUpdate_TemplateGeneration_Stays() =>
        Assert.Equal("'1'", Kind.Member(Kind.StatusUpdate("{'metadata': {'annotations': {'deprecated.daemonset.template.generation': '9'}}}"), Generation));

    [Fact]
    public void Create_TemplateGenerationThatIsNoNumber_IsRefused()
    {
        var error = Assert.Throws<ApiException>(() => Kind.Create("{'metadata': {'annotations': {'deprecated.daemonset.template.generation': 'x'}}}"));
        Assert.Equal((400, "DaemonSet in version \"v1\" cannot be handled as a DaemonSet: strconv.ParseInt: parsing \"x\": invalid syntax"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("{'spec': {'selector': null}}", "FieldValueInvalid spec.template.metadata.labels Invalid value: map[string]string{\"app\":\"x\"}: `selector` does not match template `labels`")]
    [InlineData(
        "{'spec': {'selector': {'matchLabels': null}}}",
        "FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for daemonset")]
    [InlineData("{'spec': {'template': {'spec': {'restartPolicy': 'Never'}}}}", "FieldValueNotSupported spec.template.spec.restartPolicy Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("{'spec': {'template': {'spec': {'activeDeadlineSeconds': 1}}}}", "FieldValueForbidden spec.template.spec.activeDeadlineSeconds Forbidden: activeDeadlineSeconds in DaemonSet is not Supported")]
    [InlineData("{'spec': {'minReadySeconds': -1}}", "FieldValueInvalid spec.minReadySeconds Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'revisionHistoryLimit': -1}}", "FieldValueInvalid spec.revisionHistoryLimit Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(
        "{'spec': {'updateStrategy': {'type': 'x'}}}",
        "FieldValueNotSupported spec.updateStrategy Unsupported value: apps.DaemonSetUpdateStrategy{Type:\"x\", RollingUpdate:(*apps.RollingUpdateDaemonSet)(nil)}: supported values: \"RollingUpdate\", \"OnDelete\"")]
    [InlineData("{'spec': {'updateStrategy': {'rollingUpdate': {'maxUnavailable': '0%'}}}}", "FieldValueRequired spec.updateStrategy.rollingUpdate.maxUnavailable Required value: cannot be 0 when maxSurge is 0")]
    [InlineData(
        "{'spec': {'updateStrategy': {'rollingUpdate': {'maxSurge': 1}}}}",
        "FieldValueInvalid spec.updateStrategy.rollingUpdate.maxSurge Invalid value: intstr.IntOrString{Type:0, IntVal:1, StrVal:\"\"}: may not be set when maxUnavailable is non-zero")]
    [InlineData(
        "{'spec': {'updateStrategy': {'rollingUpdate': {'maxUnavailable': 0, 'maxSurge': '101%'}}}}",
        "FieldValueInvalid spec.updateStrategy.rollingUpdate.maxSurge Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:\"101%\"}: must not be greater than 100%")]
    public void Create_Mistake_IsNamed(string patch, string error) => Assert.Equal([error], Kind.CreateErrors(patch));

    [Fact]
    public void Update_Selector_IsImmutable() => Assert.Equal(
        ["FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"app\":\"y\"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable"],
        Kind.UpdateErrors("{'spec': {'selector': {'matchLabels': {'app': 'y'}}, 'template': {'metadata': {'labels': {'app': 'y'}}}}}"));

    [Theory]
    [InlineData("{'status': {'numberReady': 2, 'desiredNumberScheduled': 1}}", null)]
    [InlineData("{'status': {'numberUnavailable': -1}}", "FieldValueInvalid status.numberUnavailable Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'status': {'numberMisscheduled': -1}}", "FieldValueInvalid status.numberMisscheduled Invalid value: -1: must be greater than or equal to 0")]
    public void StatusUpdate_Counts_AreNotNegative(string patch, string? error) => Assert.Equal(error is null ? [] : [error], Kind.StatusErrors(patch));

    [Fact]
    public void Columns_DaemonSet_AreThoseOfKubernetes()
    {
        Assert.Equal(
            [
                "Name string 0", "Desired integer 0", "Current integer 0", "Ready integer 0", "Up-to-date integer 0", "Available integer 0", "Node Selector string 0",
                "Age string 0", "Containers string 1", "Images string 1", "Selector string 1",
            ],
            Kind.Columns());
        var status = "'status': {'desiredNumberScheduled': 5, 'currentNumberScheduled': 4, 'numberReady': 3, 'updatedNumberScheduled': 2, 'numberAvailable': 1}";
        Assert.Equal(["a", "5", "4", "3", "2", "1", "<none>", "5m", "c,d", "i:1,j", "app=x"], Kind.Cells($"{{{status}}}").Values);
        Assert.Equal("a=,b=c", Kind.Cells("{'spec': {'template': {'spec': {'nodeSelector': {'b': 'c', 'a': ''}}}}}")["Node Selector"]);
    }
}
