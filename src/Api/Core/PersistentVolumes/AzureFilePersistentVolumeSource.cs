using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Share of Azure Files. Deprecated in favour of the CSI driver <c>file.csi.azure.com</c>.</summary>
[ApiType("io.k8s.api.core.v1.AzureFilePersistentVolumeSource")]
public sealed partial record AzureFilePersistentVolumeSource
{
    /// <summary>Secret with the name and key of the storage account.</summary>
    [Field(1, Required = true)]
    public string SecretName { get; init; } = "";

    /// <summary>Name of the share in the storage account.</summary>
    [Field(2, Required = true)]
    public string ShareName { get; init; } = "";

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>Namespace of the Secret; that of the claim when absent.</summary>
    [Field(4, KeepEmpty = true, Always = true)]
    public string? SecretNamespace { get; init; }
}
