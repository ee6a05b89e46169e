using ActorKube.Api.Kinds;
using ActorKube.Api.Storage;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Storage;

public sealed class StorageTests
{
    private const string Class = """{"metadata":{"name":"a"},"provisioner":"example.com/P","allowedTopologies":[{"matchLabelExpressions":[{"key":"z","values":["a"]}]}]}""";
    private const string Driver = """{"metadata":{"name":"a"},"spec":{"tokenRequests":[{"audience":"x"}]}}""";
    private const string Node = """{"metadata":{"name":"a"},"spec":{"drivers":[{"name":"d.example.com","nodeID":"n","topologyKeys":["a"]}]}}""";
    private const string Capacity = """{"metadata":{"name":"a"},"storageClassName":"c","capacity":"1Gi"}""";
    private const string Attachment = """{"metadata":{"name":"a"},"spec":{"attacher":"d.example.com","nodeName":"n","source":{"persistentVolumeName":"pv"}}}""";

    [Theory]
    [InlineData("provisioner", "\"p\"", "")]
    [InlineData("provisioner", "\"\"", "Required provisioner")]
    [InlineData("provisioner", "\"a b\"", "Invalid provisioner")]
    [InlineData("parameters", """{"":"x"}""", "Invalid parameters")]
    [InlineData("reclaimPolicy", "\"Recycle\"", "NotSupported reclaimPolicy")]
    [InlineData("volumeBindingMode", "\"x\"", "NotSupported volumeBindingMode")]
    [InlineData("allowedTopologies.0.matchLabelExpressions.0.values", "[]", "Required allowedTopologies[0].matchLabelExpressions[0].values")]
    [InlineData("allowedTopologies.0.matchLabelExpressions.0.values", """["a","a"]""", "Duplicate allowedTopologies[0].matchLabelExpressions[0].values[1]")]
    [InlineData("allowedTopologies.0.matchLabelExpressions.1", """{"key":"z","values":["b"]}""", "Duplicate allowedTopologies[0].matchLabelExpressions[1].key")]
    [InlineData("allowedTopologies.1", """{"matchLabelExpressions":[{"key":"z","values":["a"]}]}""", "Duplicate allowedTopologies[1].matchLabelExpressions")]
    public void ValidateClass_Edited_FindsExactly(string path, string value, string expected) => Check("StorageClass", Class, path, value, expected);

    [Theory]
    [InlineData("parameters", """{"a":"b"}""", "Forbidden parameters")]
    [InlineData("provisioner", "\"q\"", "Forbidden provisioner")]
    [InlineData("reclaimPolicy", "\"Retain\"", "Forbidden reclaimPolicy")]
    [InlineData("volumeBindingMode", "\"WaitForFirstConsumer\"", "Invalid volumeBindingMode")]
    [InlineData("allowVolumeExpansion", "true", "")]
    public void UpdateClass_Edited_FindsExactly(string path, string value, string expected) => CheckUpdate("StorageClass", Class, path, value, expected);

    [Theory]
    [InlineData("spec.fsGroupPolicy", "\"x\"", "NotSupported spec.fsGroupPolicy")]
    [InlineData("spec.volumeLifecycleModes", """["x"]""", "NotSupported spec.volumeLifecycleModes")]
    [InlineData("spec.tokenRequests.0.expirationSeconds", "599", "Invalid spec.tokenRequests[0].expirationSeconds")]
    [InlineData("spec.tokenRequests.0.expirationSeconds", "4294967297", "Invalid spec.tokenRequests[0].expirationSeconds")]
    [InlineData("spec.tokenRequests.1", """{"audience":"x"}""", "Duplicate spec.tokenRequests[1].audience")]
    public void ValidateDriver_Edited_FindsExactly(string path, string value, string expected) => Check("CSIDriver", Driver, path, value, expected);

    [Theory]
    [InlineData("spec.attachRequired", "false", "Invalid spec.attachedRequired")]
    [InlineData("spec.volumeLifecycleModes", """["Ephemeral"]""", "Invalid spec.volumeLifecycleModes")]
    [InlineData("spec.storageCapacity", "true", "")]
    public void UpdateDriver_Edited_FindsExactly(string path, string value, string expected) => CheckUpdate("CSIDriver", Driver, path, value, expected);

    [Fact]
    public void UpdateDriver_Generation_CountsChangesFromZero()
    {
        var kind = Kind("CSIDriver");
        var previous = KindProbe.Create(kind, Driver);
        var next = KindProbe.Create(kind, KindProbe.Edit(Driver, "spec.storageCapacity", "true"));

        Assert.Equal(0, kind.PrepareForUpdate(previous, previous).Metadata.Generation);
        Assert.Equal(1, kind.PrepareForUpdate(next, previous).Metadata.Generation);
    }

    [Theory]
    [InlineData("spec.drivers.0.name", "\"a b\"", "Invalid spec.drivers[0].name")]
    [InlineData("spec.drivers.0.name", "\"\"", "Invalid spec.drivers[0].name; Required spec.drivers[0].name")]
    [InlineData("spec.drivers.0.nodeID", "\"\"", "Required spec.drivers[0].nodeID")]
    [InlineData("spec.drivers.0.allocatable", """{"count":-1}""", "Invalid spec.drivers[0].allocatable.count")]
    [InlineData("spec.drivers.0.topologyKeys", """["a","a"]""", "Duplicate spec.drivers[0]")]
    [InlineData("spec.drivers.1", """{"name":"d.example.com","nodeID":"m"}""", "Duplicate spec.drivers[1].name")]
    public void ValidateNode_Edited_FindsExactly(string path, string value, string expected) => Check("CSINode", Node, path, value, expected);

    [Fact]
    public void UpdateNode_Driver_IsImmutable() => CheckUpdate("CSINode", Node, "spec.drivers.0.nodeID", "\"m\"", "Invalid CSINodeDriver");

    [Theory]
    [InlineData("storageClassName", "\"A\"", "Invalid storageClassName")]
    [InlineData("capacity", "\"-1\"", "Invalid capacity")]
    [InlineData("nodeTopology", """{"matchLabels":{"a b":"c"}}""", "Invalid nodeTopology.matchLabels")]
    public void ValidateCapacity_Edited_FindsExactly(string path, string value, string expected) => Check("CSIStorageCapacity", Capacity, path, value, expected);

    [Theory]
    [InlineData("storageClassName", "\"d\"", "Invalid storageClassName")]
    [InlineData("nodeTopology", """{"matchLabels":{"a":"c"}}""", "Invalid nodeTopology")]
    [InlineData("capacity", "\"2Gi\"", "")]
    public void UpdateCapacity_Edited_FindsExactly(string path, string value, string expected) => CheckUpdate("CSIStorageCapacity", Capacity, path, value, expected);

    [Theory]
    [InlineData("spec.attacher", "\"\"", "Invalid spec.attacher; Required spec.attacher; Required spec.attacher")]
    [InlineData("spec.source", "{}", "Required spec.source")]
    [InlineData("spec.source.inlineVolumeSpec", "{}", "Forbidden spec.source")]
    [InlineData("spec.nodeName", "\"A\"", "Invalid spec.nodeName")]
    [InlineData("spec.source.persistentVolumeName", "\"A\"", "Invalid spec.source.persistentVolumeName")]
    public void ValidateAttachment_Edited_FindsExactly(string path, string value, string expected) => Check("VolumeAttachment", Attachment, path, value, expected);

    [Fact]
    public void UpdateAttachment_Spec_IsImmutable() => CheckUpdate("VolumeAttachment", Attachment, "spec.nodeName", "\"m\"", "Invalid spec");

    [Fact]
    public void StatusOfAttachment_Labels_AreNotTaken()
    {
        var kind = Kind("VolumeAttachment");
        var written = KindProbe.Read(kind, KindProbe.Edit(KindProbe.Edit(Attachment, "status", """{"attached":true}"""), "metadata.labels", """{"a":"b"}"""));
        var stored = kind.PrepareForStatusUpdate(written, KindProbe.Create(kind, Attachment));

        Assert.Null(stored.Metadata.Labels);
        Assert.Contains("\"attached\":true", KindProbe.Write(kind, stored), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_Classes_AndDrivers_ShowDefaults()
    {
        Assert.Equal(
            ["a (default)", "p", "Delete", "Immediate", false, "<unknown>"],
            KindProbe.Cells(Kind("StorageClass"), """{"metadata":{"name":"a","annotations":{"storageclass.kubernetes.io/is-default-class":"true"}},"provisioner":"p"}"""));
        Assert.Equal(["a", true, false, false, "x", false, "<none>", "<unknown>"], KindProbe.Cells(Kind("CSIDriver"), Driver));
        Assert.Equal(["a", 1, "<unknown>"], KindProbe.Cells(Kind("CSINode"), Node));
        Assert.Equal(["a", "c", "1Gi"], KindProbe.Cells(Kind("CSIStorageCapacity"), Capacity));
    }

    [Fact]
    public void Warnings_OldTopologyKey_IsNamed() => Assert.Equal(
        ["allowedTopologies[0].matchLabelExpressions[0].key: deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead"],
        Kind("StorageClass").Warnings(
            KindProbe.Read(Kind("StorageClass"), KindProbe.Edit(Class, "allowedTopologies.0.matchLabelExpressions.0.key", "\"failure-domain.beta.kubernetes.io/zone\"")), null));

    private static void Check(string kind, string valid, string path, string value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Kind(kind), valid));
        Assert.Equal(expected, KindProbe.CreateErrors(Kind(kind), KindProbe.Edit(valid, path, value)));
    }

    private static void CheckUpdate(string kind, string valid, string path, string value, string expected) =>
        Assert.Equal(expected, KindProbe.UpdateErrors(Kind(kind), valid, KindProbe.Edit(valid, path, value)));

    private static Kind Kind(string name) => StorageKinds.All.Single(k => k.Name == name);
}
