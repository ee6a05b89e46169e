using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class VolumeValidationTests
{
    private const string Claim = "\"accessModes\":[\"ReadWriteOnce\"],\"resources\":{\"requests\":{\"storage\":\"1Gi\"}}";

    [Theory]
    [InlineData("\"csi\":{\"driver\":\"csi.example.com\",\"nodePublishSecretRef\":{\"name\":\"s\"}}")]
    [InlineData("\"ephemeral\":{\"volumeClaimTemplate\":{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"spec\":{" + Claim + "}}}")]
    [InlineData("\"downwardAPI\":{\"items\":[{\"path\":\"a\",\"resourceFieldRef\":{\"containerName\":\"c\",\"resource\":\"limits.memory\",\"divisor\":\"1Mi\"}}]}")]
    [InlineData("\"projected\":{\"sources\":[{\"secret\":{\"name\":\"s\"}},{\"configMap\":{\"name\":\"m\",\"items\":[{\"key\":\"k\",\"path\":\"a/b\"}]}}]}")]
    public void Volume_Valid_Passes(string source) => Assert.Empty(CreateErrors($"\"volumes\":[{{\"name\":\"v\",{source}}}]"));

    [Theory]
    [InlineData("\"emptyDir\":{},\"hostPath\":{\"path\":\"/a\"}", ".hostPath: Forbidden: may not specify more than 1 volume type")]
    [InlineData("\"emptyDir\":{\"sizeLimit\":\"-1\"}", ".emptyDir.sizeLimit: Forbidden: SizeLimit field must be a valid resource quantity")]
    [InlineData("\"secret\":{}", ".secret.secretName: Required value")]
    [InlineData("\"secret\":{\"secretName\":\"s\",\"defaultMode\":512}", ".secret.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive")]
    [InlineData("\"configMap\":{\"name\":\"m\",\"items\":[{\"key\":\"k\",\"path\":\"..a\"}]}", ".configMap.items[0].path: Invalid value: \"..a\": must not start with '..'")]
    [InlineData("\"configMap\":{\"name\":\"m\",\"items\":[{\"key\":\"\",\"path\":\"a\",\"mode\":-1}]}", ".configMap.items[0].key: Required value", ".configMap.items[0].mode: Invalid value: -1: must be a number between 0 and 0777 (octal), both inclusive")]
    [InlineData("\"gitRepo\":{\"repository\":\"r\",\"directory\":\"/a\"}", ".gitRepo.directory: Invalid value: \"/a\": must be a relative path")]
    [InlineData("\"persistentVolumeClaim\":{}", ".persistentVolumeClaim.claimName: Required value")]
    [InlineData("\"downwardAPI\":{\"items\":[{\"path\":\"a\"}]}", ".downwardAPI: Required value: one of fieldRef and resourceFieldRef is required")]
    [InlineData("\"downwardAPI\":{\"items\":[{\"path\":\"a\",\"resourceFieldRef\":{\"resource\":\"limits.cpu\"}}]}", ".downwardAPI.resourceFieldRef.containerName: Required value")]
    [InlineData("\"projected\":{\"sources\":[{\"secret\":{\"name\":\"s\"},\"configMap\":{\"name\":\"m\"}}]}", ".projected.sources[0]: Forbidden: may not specify more than 1 volume type per source")]
    [InlineData("\"nfs\":{\"server\":\"s\",\"path\":\"a\"}", ".nfs.path: Invalid value: \"a\": must be an absolute path")]
    [InlineData("\"iscsi\":{\"targetPortal\":\"t\",\"iqn\":\"x\",\"lun\":0}", ".iscsi.iqn: Invalid value: \"x\": must be valid format starting with iqn, eui, or naa")]
    [InlineData("\"iscsi\":{\"targetPortal\":\"t\",\"iqn\":\"iqn.x\",\"lun\":256}", ".iscsi.iqn: Invalid value: \"iqn.x\": must be valid format", ".iscsi.lun: Invalid value: 256: must be between 0 and 255, inclusive")]
    [InlineData("\"fc\":{\"targetWWNs\":[\"a\"]}", ".fc.lun: Required value: lun is required if targetWWNs is specified")]
    [InlineData("\"gcePersistentDisk\":{\"pdName\":\"\"}", ".persistentDisk.pdName: Required value")]
    [InlineData("\"awsElasticBlockStore\":{\"volumeID\":\"v\",\"partition\":-1}", ".awsElasticBlockStore.partition: Invalid value: -1: must be between 1 and 255, inclusive")]
    [InlineData("\"azureDisk\":{\"diskName\":\"d\",\"diskURI\":\"x\",\"kind\":\"Managed\"}", ".azureDisk.diskURI: Unsupported value: \"x\": supported values: \"/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}\"")]
    [InlineData("\"rbd\":{\"monitors\":[],\"image\":\"\"}", ".rbd.monitors: Required value", ".rbd.image: Required value")]
    [InlineData("\"cephfs\":{\"monitors\":[]}", ".cephfs.monitors: Required value")]
    [InlineData("\"cinder\":{\"volumeID\":\"v\",\"secretRef\":{}}", ".cinder.secretRef.name: Required value")]
    [InlineData("\"flexVolume\":{\"driver\":\"d\",\"options\":{\"kubernetes.io/a\":\"b\"}}", ".flexVolume.options[kubernetes.io/a]: Invalid value: \"kubernetes.io/a\": kubernetes.io and k8s.io namespaces are reserved")]
    [InlineData("\"flocker\":{}", ".flocker: Required value: one of datasetName and datasetUUID is required")]
    [InlineData("\"quobyte\":{\"registry\":\"a\",\"volume\":\"v\"}", ".quobyte.registry: Invalid value: \"a\": must be a host:port pair or multiple pairs separated by commas")]
    [InlineData("\"csi\":{\"driver\":\"\"}", ".csi.driver: Required value", ".csi.driver: Invalid value: \"\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")]
    [InlineData("\"ephemeral\":{\"volumeClaimTemplate\":{\"spec\":{}}}", ".ephemeral.volumeClaimTemplate.spec.accessModes: Required value: at least 1 access mode is required", ".ephemeral.volumeClaimTemplate.spec.resources[storage]: Required value")]
    [InlineData("\"ephemeral\":{\"volumeClaimTemplate\":{\"metadata\":{\"name\":\"a\"},\"spec\":{" + Claim + "}}}", ".ephemeral.volumeClaimTemplate.metadata.name: Forbidden: cannot be set")]
    public void Volume_Invalid_HasExactlyTheseErrors(string source, params string[] expected) =>
        Assert.Equal(expected.Select(e => "spec.volumes[0]" + e), CreateErrors($"\"volumes\":[{{\"name\":\"v\",{source}}}]"));

    [Fact]
    public void Volume_ClaimOfAnotherEphemeralVolume_IsRefused() => Assert.Equal(
        ["spec.volumes[1].persistentVolumeClaim.claimName: Invalid value: \"p-e\": must not reference a PVC that gets created for an ephemeral volume"],
        CreateErrors("\"volumes\":[{\"name\":\"e\",\"ephemeral\":{\"volumeClaimTemplate\":{\"spec\":{" + Claim + "}}}},{\"name\":\"v\",\"persistentVolumeClaim\":{\"claimName\":\"p-e\"}}]"));

    [Fact]
    public void Volume_Invalid_IsNotFoundByMounts() => Assert.Equal(
        ["spec.volumes[0].secret.secretName: Required value", "spec.containers[0].volumeMounts[0].name: Not found: \"v\""],
        CreateErrors("\"volumes\":[{\"name\":\"v\",\"secret\":{}}]," + Container("\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/v\"}]")));
}
