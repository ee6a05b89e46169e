namespace ActorKube.Api.Tests.Apps;

public sealed class ControllerRevisionTests
{
    private static readonly KindFixture Kind = Workloads.ControllerRevision;

    [Fact]
    public void Create_Valid_HasNoErrors() => Assert.Empty(Kind.CreateErrors());

    [Theory]
    [InlineData("{'revision': -1}", "FieldValueInvalid revision Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'data': null}", "FieldValueRequired data Required value: data is mandatory")]
    [InlineData("{'data': [1]}", "FieldValueRequired data Required value: data must be a valid JSON object")]
    [InlineData("{'data': 'x'}", "FieldValueRequired data Required value: data must be a valid JSON object")]
    public void Create_Mistake_IsNamed(string patch, string error) => Assert.Equal([error], Kind.CreateErrors(patch));

    [Theory]
    [InlineData("{'revision': 2, 'metadata': {'labels': {'a': 'b'}}}", null)]
    [InlineData("{'revision': -2}", "FieldValueInvalid revision Invalid value: -2: must be greater than or equal to 0")]
    [InlineData("{'data': {'a': 2}}", "FieldValueInvalid data Invalid value: runtime.RawExtension{Raw:[]uint8{0x7b, 0x22, 0x61, 0x22, 0x3a, 0x32, 0x7d}, Object:runtime.Object(nil)}: field is immutable")]
    public void Update_Data_IsImmutable(string patch, string? error) => Assert.Equal(error is null ? [] : [error], Kind.UpdateErrors(patch));

    [Theory]
    [InlineData("{}", "<none>")]
    [InlineData("{'metadata': {'ownerReferences': [{'apiVersion': 'v1', 'kind': 'Pod', 'name': 'p', 'uid': 'u'}]}}", "<none>")]
    [InlineData("{'metadata': {'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'StatefulSet', 'name': 'web', 'uid': 'u', 'controller': true}]}}", "statefulset.apps/web")]
    [InlineData("{'metadata': {'ownerReferences': [{'apiVersion': 'v1', 'kind': 'Pod', 'name': 'p', 'uid': 'u', 'controller': true}]}}", "pod/p")]
    public void Columns_Controller_IsNamedWithItsKind(string patch, string controller)
    {
        Assert.Equal(["Name string 0", "Controller string 0", "Revision string 0", "Age string 0"], Kind.Columns());
        Assert.Equal(["a", controller, "1", "5m"], Kind.Cells(patch).Values);
    }
}
