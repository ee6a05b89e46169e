using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Apps;

namespace ActorKube.Api.Tests.Core;

public sealed class ReplicationControllerTests
{
    private static readonly KindFixture Kind = new(
        ReplicationControllerKind.Kind,
        "{'metadata': {'name': 'a', 'creationTimestamp': '2001-02-03T04:00:06Z'}, 'spec': {'template': {'metadata': {'labels': {'app': 'x', 'b': 'c'}}, 'spec': {'containers': [{'name': 'c', 'image': 'i:1'}]}}}}");

    [Fact]
    public void Create_Valid_HasNoErrors() => Assert.Empty(Kind.CreateErrors());

    [Fact]
    public void Kind_Discovery_IsThatOfKubernetes()
    {
        Assert.Equal(("replicationcontrollers", "rc", "all", true), (Kind.Kind.Resource, Kind.Kind.ShortNames.Single(), Kind.Kind.Categories.Single(), Kind.Kind.OrphansByDefault));
        Assert.Equal("7", Kind.Kind.SelectableFields["status.replicas"](Kind.WithStatus("{'status': {'replicas': 7}}")));
    }

    [Theory]
    [InlineData("{}", "spec/selector", "{'app':'x','b':'c'}")]
    [InlineData("{}", "metadata/labels", "{'app':'x','b':'c'}")]
    [InlineData("{'metadata': {'labels': {'d': 'e'}}}", "metadata/labels", "{'d':'e'}")]
    [InlineData("{'spec': {'selector': {'b': 'c'}}}", "spec/selector", "{'b':'c'}")]
    [InlineData("{}", "spec/replicas", "1")]
    public void Default_Field_Gets(string patch, string field, string value) => Assert.Equal(value, Kind.Member(Kind.Create(patch), field));

    [Theory]
    [InlineData("{'spec': {'replicas': -1}}", "FieldValueInvalid spec.replicas Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'minReadySeconds': -1}}", "FieldValueInvalid spec.minReadySeconds Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'template': {'metadata': {'labels': null}}}}", "FieldValueRequired spec.selector Required value")]
    [InlineData("{'spec': {'template': null, 'selector': {'app': 'x'}}}", "FieldValueRequired spec.template Required value")]
    [InlineData(
        "{'spec': {'selector': {'app': 'y'}}}",
        "FieldValueInvalid spec.template.metadata.labels Invalid value: map[string]string{\"app\":\"x\", \"b\":\"c\"}: `selector` does not match template `labels`")]
    [InlineData("{'spec': {'template': {'spec': {'restartPolicy': 'Never'}}}}", "FieldValueNotSupported spec.template.spec.restartPolicy Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("{'spec': {'template': {'spec': {'activeDeadlineSeconds': 1}}}}", "FieldValueForbidden spec.template.spec.activeDeadlineSeconds Forbidden: activeDeadlineSeconds in ReplicationController is not Supported")]
    public void Create_Mistake_IsNamed(string patch, string error) => Assert.Equal([error], Kind.CreateErrors(patch));

    [Fact]
    public void Update_Selector_MayChange() => Assert.Empty(Kind.UpdateErrors("{'spec': {'selector': {'b': null}}}"));

    [Fact]
    public void StatusUpdate_Counts_AreConsistent() => Assert.Equal(
        ["FieldValueInvalid status.readyReplicas Invalid value: 1: cannot be greater than status.replicas"], Kind.StatusErrors("{'status': {'readyReplicas': 1}}"));

    [Fact]
    public void Scale_Selector_IsText()
    {
        ScaleMapping scale = Kind.Kind.Scale!;
        Assert.Equal(("app=x,b=c", 3), (scale.Selector(Kind.Create()), scale.SpecReplicas(scale.With(Kind.Create(), 3))));
    }

    [Fact]
    public void Columns_ReplicationController_AreThoseOfKubernetes()
    {
        Assert.Equal(
            ["Name string 0", "Desired integer 0", "Current integer 0", "Ready integer 0", "Age string 0", "Containers string 1", "Images string 1", "Selector string 1"],
            Kind.Columns());
        Assert.Equal(["a", "1", "3", "2", "5m", "c", "i:1", "app=x,b=c"], Kind.Cells("{'status': {'replicas': 3, 'readyReplicas': 2}}").Values);
    }
}
