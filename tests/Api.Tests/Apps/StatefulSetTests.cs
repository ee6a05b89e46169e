namespace ActorKube.Api.Tests.Apps;

public sealed class StatefulSetTests
{
    private const string Frozen = "FieldValueForbidden spec Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
        + "'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";

    private static readonly KindFixture Kind = Workloads.StatefulSet;

    [Fact]
    public void Create_Valid_HasNoErrors() => Assert.Empty(Kind.CreateErrors());

    [Theory]
    [InlineData("{}", "spec/replicas", "1")]
    [InlineData("{}", "spec/podManagementPolicy", "'OrderedReady'")]
    [InlineData("{}", "spec/updateStrategy", "{'type':'RollingUpdate','rollingUpdate':{'partition':0}}")]
    [InlineData("{'spec': {'updateStrategy': {'type': 'RollingUpdate'}}}", "spec/updateStrategy", "{'type':'RollingUpdate'}")]
    [InlineData("{'spec': {'updateStrategy': {'type': 'RollingUpdate', 'rollingUpdate': {}}}}", "spec/updateStrategy/rollingUpdate", "{'partition':0}")]
    [InlineData("{'spec': {'updateStrategy': {'rollingUpdate': {'maxUnavailable': 2}}}}", "spec/updateStrategy/rollingUpdate", "{'partition':0,'maxUnavailable':2}")]
    [InlineData("{'spec': {'updateStrategy': {'type': 'OnDelete'}}}", "spec/updateStrategy", "{'type':'OnDelete'}")]
    [InlineData("{}", "spec/persistentVolumeClaimRetentionPolicy", "{'whenDeleted':'Retain','whenScaled':'Retain'}")]
    [InlineData("{'spec': {'persistentVolumeClaimRetentionPolicy': {'whenScaled': 'Delete'}}}", "spec/persistentVolumeClaimRetentionPolicy", "{'whenDeleted':'Retain','whenScaled':'Delete'}")]
    [InlineData("{}", "spec/revisionHistoryLimit", "10")]
    [InlineData("{'spec': {'template': {'spec': {'containers': []}}}}", "spec/template/spec/containers", "")]
    [InlineData(
        "{'spec': {'volumeClaimTemplates': [{'metadata': {'name': 'd'}, 'spec': {'accessModes': ['ReadWriteOnce'], 'resources': {'requests': {'storage': '1Gi'}}}}]}}",
        "spec/volumeClaimTemplates/0",
        "{'kind':'PersistentVolumeClaim','apiVersion':'v1','metadata':{'name':'d','creationTimestamp':null},'spec':{'accessModes':['ReadWriteOnce'],"
            + "'resources':{'requests':{'storage':'1Gi'}},'volumeMode':'Filesystem'},'status':{'phase':'Pending'}}")]
    public void Default_Field_Gets(string patch, string field, string value) => Assert.Equal(value, Kind.Member(Kind.Create(patch), field));

    [Theory]
    [InlineData("{'spec': {'podManagementPolicy': 'Random'}}", "FieldValueInvalid spec.podManagementPolicy Invalid value: \"Random\": must be 'OrderedReady' or 'Parallel'")]
    [InlineData(
        "{'spec': {'updateStrategy': {'type': 'x'}}}",
        "FieldValueInvalid spec.updateStrategy Invalid value: apps.StatefulSetUpdateStrategy{Type:\"x\", RollingUpdate:(*apps.RollingUpdateStatefulSetStrategy)(nil)}: must be 'RollingUpdate' or 'OnDelete'")]
    [InlineData("{'spec': {'updateStrategy': {'rollingUpdate': {'partition': -1}}}}", "FieldValueInvalid spec.updateStrategy.rollingUpdate.partition Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(
        "{'spec': {'updateStrategy': {'rollingUpdate': {'maxUnavailable': 0}}}}",
        "FieldValueInvalid spec.updateStrategy.rollingUpdate.maxUnavailable Invalid value: intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}: cannot be 0")]
    [InlineData(
        "{'spec': {'updateStrategy': {'rollingUpdate': {'maxUnavailable': '101%'}}}}",
        "FieldValueInvalid spec.updateStrategy.rollingUpdate.maxUnavailable Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:\"101%\"}: must not be greater than 100%")]
    [InlineData(
        "{'spec': {'updateStrategy': {'type': 'OnDelete', 'rollingUpdate': {'partition': 1}}}}",
        "FieldValueInvalid spec.updateStrategy.rollingUpdate Invalid value: apps.RollingUpdateStatefulSetStrategy{Partition:1, MaxUnavailable:(*intstr.IntOrString)(nil)}: only allowed for updateStrategy 'RollingUpdate'")]
    [InlineData(
        "{'spec': {'persistentVolumeClaimRetentionPolicy': {'whenDeleted': 'x'}}}",
        "FieldValueNotSupported spec.persistentVolumeClaimRetentionPolicy.whenDeleted Unsupported value: \"x\": supported values: \"Retain\", \"Delete\"")]
    [InlineData("{'spec': {'replicas': -1}}", "FieldValueInvalid spec.replicas Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'minReadySeconds': -1}}", "FieldValueInvalid spec.minReadySeconds Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'ordinals': {'start': -1}}}", "FieldValueInvalid spec.ordinals.start Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec': {'template': {'spec': {'activeDeadlineSeconds': 1}}}}", "FieldValueForbidden spec.template.spec.activeDeadlineSeconds Forbidden: activeDeadlineSeconds in StatefulSet is not Supported")]
    [InlineData(
        "{'spec': {'selector': {'matchLabels': null}}}",
        "FieldValueInvalid spec.selector Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for statefulset")]
    public void Create_Mistake_IsNamed(string patch, string error) => Assert.Equal([error], Kind.CreateErrors(patch));

    [Theory]
    [InlineData("{'spec': {'template': {'spec': {'containers': [{'name': 'x y'}]}}}}")]
    [InlineData("{'spec': {'template': {'spec': {'containers': null}}}}")]
    public void Create_PodThatCouldNotBeMade_IsLetThrough(string patch) => Assert.Empty(Kind.CreateErrors(patch));

    [Theory]
    [InlineData("{'spec': {'replicas': 5, 'minReadySeconds': 5, 'ordinals': {'start': 2}, 'updateStrategy': {'type': 'OnDelete', 'rollingUpdate': null}}}", null)]
    [InlineData("{'spec': {'persistentVolumeClaimRetentionPolicy': {'whenScaled': 'Delete'}}}", null)]
    [InlineData("{'spec': {'template': {'spec': {'hostNetwork': true}}}}", null)]
    [InlineData("{'spec': {'serviceName': 't'}}", Frozen)]
    [InlineData("{'spec': {'podManagementPolicy': 'Parallel'}}", Frozen)]
    [InlineData("{'spec': {'revisionHistoryLimit': 2}}", Frozen)]
    [InlineData("{'spec': {'volumeClaimTemplates': [{'metadata': {'name': 'd'}}]}}", Frozen)]
    public void Update_Field_MayChangeOrNot(string patch, string? error) => Assert.Equal(error is null ? [] : [error], Kind.UpdateErrors(patch));

    [Theory]
    [InlineData("{'status': {'replicas': 3, 'readyReplicas': 2, 'currentReplicas': 1, 'updatedReplicas': 2, 'availableReplicas': 2}}", null)]
    [InlineData("{'status': {'currentReplicas': 1}}", "FieldValueInvalid status.currentReplicas Invalid value: 1: cannot be greater than status.replicas")]
    [InlineData("{'status': {'replicas': 1, 'availableReplicas': 1}}", "FieldValueInvalid status.availableReplicas Invalid value: 1: cannot be greater than status.readyReplicas")]
    public void StatusUpdate_Counts_AreConsistent(string patch, string? error) => Assert.Equal(error is null ? [] : [error], Kind.StatusErrors(patch));

    [Fact]
    public void Warnings_FractionOfAByte_EarnsOne() => Assert.Equal(
        ["spec.volumeClaimTemplates[0].resources.requests[storage]: fractional byte value \"1500m\" is invalid, must be an integer"],
        Kind.Warnings("{'spec': {'volumeClaimTemplates': [{'metadata': {'name': 'd'}, 'spec': {'resources': {'requests': {'storage': '1500m'}}}}]}}"));

    [Fact]
    public void Columns_StatefulSet_AreThoseOfKubernetes()
    {
        Assert.Equal(["Name string 0", "Ready string 0", "Age string 0", "Containers string 1", "Images string 1"], Kind.Columns());
        Assert.Equal(["a", "1/4", "5m", "c,d", "i:1,j"], Kind.Cells("{'spec': {'replicas': 4}, 'status': {'replicas': 3, 'readyReplicas': 1}}").Values);
    }
}
