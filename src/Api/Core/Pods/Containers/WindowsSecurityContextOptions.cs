using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Security settings that exist on Windows only.</summary>
[ApiType("io.k8s.api.core.v1.WindowsSecurityContextOptions")]
public sealed partial record WindowsSecurityContextOptions
{
    /// <summary>Name of the group managed account's credential spec to use.</summary>
    [Field(1, KeepEmpty = true)]
    public string? GmsaCredentialSpecName { get; init; }

    /// <summary>Content of the credential spec; normally filled in by the GMSA webhook from its name.</summary>
    [Field(2, KeepEmpty = true)]
    public string? GmsaCredentialSpec { get; init; }

    /// <summary>Windows user of the entry point; the image's when absent.</summary>
    [Field(3, KeepEmpty = true)]
    public string? RunAsUserName { get; init; }

    /// <summary>
    /// <c>true</c> runs as a process of the node. All containers of the Pod must agree, and <c>hostNetwork</c> must be <c>true</c>.
    /// </summary>
    [Field(4)]
    public bool? HostProcess { get; init; }
}
