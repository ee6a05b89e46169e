using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.NodeSystemInfo")]
public sealed partial record NodeSystemInfo
{
    [Field(1, Required = true)]
    public string MachineID { get; init; } = "";

    [Field(2, Required = true)]
    public string SystemUUID { get; init; } = "";

    [Field(3, Required = true)]
    public string BootID { get; init; } = "";

    [Field(4, Required = true)]
    public string KernelVersion { get; init; } = "";

    [Field(5, Required = true)]
    public string OsImage { get; init; } = "";

    [Field(6, Required = true)]
    public string ContainerRuntimeVersion { get; init; } = "";

    [Field(7, Required = true)]
    public string KubeletVersion { get; init; } = "";

    [Field(8, Required = true)]
    public string KubeProxyVersion { get; init; } = "";

    [Field(9, Required = true)]
    public string OperatingSystem { get; init; } = "";

    [Field(10, Required = true)]
    public string Architecture { get; init; } = "";
}
