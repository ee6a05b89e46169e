namespace ActorKube.Api.Tests.Core;

public sealed class StorageValidationTests
{
    private const string NoStructure = "Forbidden spec Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims";

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "persistentvolumes", """{"spec":{"accessModes":null}}""", "Required spec.accessModes Required value" },
        { "persistentvolumes", """{"spec":{"accessModes":["ReadWriteOncePod","ReadWriteOnce"]}}""", "Forbidden spec.accessModes Forbidden: may not use ReadWriteOncePod with other access modes" },
        { "persistentvolumes", """{"spec":{"capacity":{"storage":"0"}}}""", "Invalid spec.capacity[storage] Invalid value: \"0\": must be greater than zero" },
        { "persistentvolumes", """{"spec":{"capacity":null}}""", "Required spec.capacity Required value|NotSupported spec.capacity Unsupported value: core.ResourceList(nil): supported values: \"storage\"" },
        { "persistentvolumes", """{"spec":{"persistentVolumeReclaimPolicy":"Odd"}}""", "NotSupported spec.persistentVolumeReclaimPolicy Unsupported value: \"Odd\": supported values: \"Delete\", \"Recycle\", \"Retain\"" },
        { "persistentvolumes", """{"spec":{"persistentVolumeReclaimPolicy":"Recycle","hostPath":{"path":"/./"}}}""", "Forbidden spec.persistentVolumeReclaimPolicy Forbidden: may not be 'recycle' for a hostPath mount of '/'" },
        { "persistentvolumes", """{"spec":{"hostPath":null}}""", "Required spec Required value: must specify a volume type" },
        { "persistentvolumes", """{"spec":{"hostPath":{"path":"/a/.."}}}""", "Invalid spec.hostPath.path Invalid value: \"/a/..\": must not contain '..'" },
        { "persistentvolumes", """{"spec":{"nfs":{"server":"s","path":"/"}}}""", "Forbidden spec.nfs Forbidden: may not specify more than 1 volume type" },
        { "persistentvolumes", """{"spec":{"hostPath":null,"local":{"path":"/a"}}}""", "Required spec.nodeAffinity Required value: Local volume requires node affinity" },
        { "persistentvolumes", """{"spec":{"hostPath":null,"nfs":{"server":"s","path":"a"}}}""", "Invalid spec.nfs.path Invalid value: \"a\": must be an absolute path" },
        { "persistentvolumes", """{"spec":{"hostPath":null,"csi":{"driver":"d.example.com"}}}""", "Required spec.csi.volumeHandle Required value" },
        { "persistentvolumes", """{"spec":{"hostPath":null,"iscsi":{"targetPortal":"p","iqn":"odd"}}}""", "Invalid spec.iscsi.iqn Invalid value: \"odd\": must be valid format" },
        { "persistentvolumes", """{"spec":{"hostPath":null,"azureFile":{"secretName":"s","shareName":"x","secretNamespace":""}}}""", "Required spec.azureFile.secretNamespace Required value" },
        { "persistentvolumes", """{"spec":{"nodeAffinity":{}}}""", "Required spec.nodeAffinity.required Required value: must specify required node constraints" },
        { "persistentvolumes", """{"spec":{"volumeMode":"Odd"}}""", "NotSupported spec.volumeMode Unsupported value: \"Odd\": supported values: \"Block\", \"Filesystem\"" },
        {
            "persistentvolumes", """{"metadata":{"annotations":{"volume.beta.kubernetes.io/mount-options":"ro"}}}""",
            "Forbidden metadata.annotations.volume.beta.kubernetes.io/mount-options Forbidden: may not specify mount options for this volume type"
        },
        { "persistentvolumeclaims", """{"spec":{"accessModes":[]}}""", "Required spec.accessModes Required value: at least 1 access mode is required" },
        { "persistentvolumeclaims", """{"spec":{"resources":null}}""", "Required spec.resources[storage] Required value" },
        { "persistentvolumeclaims", """{"spec":{"resources":{"requests":{"storage":"-1"}}}}""", "Invalid spec.resources[storage] Invalid value: \"-1\": must be greater than zero" },
        { "persistentvolumeclaims", """{"spec":{"dataSourceRef":{"kind":"X","name":"x"}}}""",
            "Invalid spec.dataSource Invalid value: \"X\": must be 'PersistentVolumeClaim' when referencing the default apiGroup|Invalid spec.dataSourceRef Invalid value: \"X\": must be 'PersistentVolumeClaim' when referencing the default apiGroup" },
        {
            "persistentvolumeclaims",
            """{"spec":{"dataSource":{"kind":"PersistentVolumeClaim","name":"x"},"dataSourceRef":{"kind":"PersistentVolumeClaim","name":"y"}}}""",
            "Invalid spec Invalid value: field.Path{name:\"dataSource\", index:\"\", parent:(*field.Path)(0xc000000000)}: must match dataSourceRef"
        },
    };

    public static TheoryData<string, string, string> Changes => new()
    {
        { "persistentvolumes", """{"spec":{"hostPath":{"path":"/other"}}}""", "Forbidden spec.persistentvolumesource Forbidden: spec.persistentvolumesource is immutable after creation" },
        { "persistentvolumes", """{"spec":{"volumeMode":"Block"}}""", "Invalid volumeMode Invalid value: \"Block\": field is immutable" },
        { "persistentvolumes", """{"spec":{"persistentVolumeReclaimPolicy":"Delete"}}""", "" },
        { "persistentvolumes", """{"spec":{"nodeAffinity":{"required":{"nodeSelectorTerms":[{}]}}}}""", "" },
        { "persistentvolumeclaims", """{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}""", NoStructure },
        { "persistentvolumeclaims", """{"spec":{"resources":{"requests":{"storage":"1024Mi"}}}}""", "" },
        { "persistentvolumeclaims", """{"spec":{"volumeName":"v"}}""", "" },
        { "persistentvolumeclaims", """{"spec":{"storageClassName":"other"}}""", NoStructure },
        {
            "persistentvolumeclaims", """{"metadata":{"annotations":{"volume.beta.kubernetes.io/storage-class":"x"}}}""",
            "Invalid metadata.annotations.volume.beta.kubernetes.io/storage-class Invalid value: \"x\": field is immutable"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Validate_Mistake_ExactErrors(string resource, string patch, string errors) =>
        Assert.Equal(errors.Split('|').Order(), KindScript.CreateErrors(resource, patch).Order());

    [Theory]
    [MemberData(nameof(Changes))]
    public void ValidateUpdate_Change_ExactErrors(string resource, string patch, string error) =>
        Assert.Equal(error.Length == 0 ? [] : [error], KindScript.UpdateErrors(resource, "{}", patch).Select(e => e.Split('\n')[0]));

    [Theory]
    [InlineData("2Gi", "")]
    [InlineData("512Mi", "Forbidden spec.resources.requests.storage Forbidden: field can not be less than status.capacity")]
    public void ValidateUpdate_SizeOfBoundClaim_GrowsOnly(string size, string error)
    {
        var bound = KindScript.StatusUpdate("persistentvolumeclaims", KindScript.Create("persistentvolumeclaims"), """{"status":{"phase":"Bound","capacity":{"storage":"1Gi"}}}""");
        var next = KindScript.Update("persistentvolumeclaims", bound, """{"spec":{"resources":{"requests":{"storage":"SIZE"}}}}""".Replace("SIZE", size, StringComparison.Ordinal));
        Assert.Equal(error.Length == 0 ? [] : [error], KindScript.Texts(e => KindScript.Kind("persistentvolumeclaims").ValidateUpdate(next, bound, e)));
    }

    [Fact]
    public void PrepareForCreate_SourceOfUnknownKind_IsDropped() =>
        Assert.Null(KindScript.CreateJson("persistentvolumeclaims", """{"spec":{"dataSource":{"kind":"Odd","name":"x"}}}""")["spec"]!["dataSource"]);

    [Fact]
    public void PrepareForCreate_Source_FillsReference() => Assert.Equal(
        """{"apiGroup":null,"kind":"PersistentVolumeClaim","name":"x"}""",
        KindScript.CreateJson("persistentvolumeclaims", """{"spec":{"dataSource":{"kind":"PersistentVolumeClaim","name":"x"}}}""")["spec"]!["dataSourceRef"]!.ToJsonString());

    [Fact]
    public void PrepareForCreate_Volume_PendingSinceCreation() => Assert.Equal(
        """{"phase":"Pending","lastPhaseTransitionTime":"2024-05-06T07:08:09Z"}""", KindScript.CreateJson("persistentvolumes")["status"]!.ToJsonString());
}
