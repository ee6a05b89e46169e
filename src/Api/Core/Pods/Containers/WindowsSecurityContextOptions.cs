using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.WindowsSecurityContextOptions")]
public sealed partial record WindowsSecurityContextOptions
{
    [Field(1, KeepEmpty = true)]
    public string? GmsaCredentialSpecName { get; init; }

    [Field(2, KeepEmpty = true)]
    public string? GmsaCredentialSpec { get; init; }

    [Field(3, KeepEmpty = true)]
    public string? RunAsUserName { get; init; }

    [Field(4)]
    public bool? HostProcess { get; init; }
}
