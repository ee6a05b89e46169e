using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Identifiers and versions of a node's machine and software.</summary>
[ApiType("io.k8s.api.core.v1.NodeSystemInfo")]
public sealed partial record NodeSystemInfo
{
    /// <summary>Content of <c>/etc/machine-id</c>, meant to be unique in the cluster.</summary>
    [Field(1, Required = true)]
    public string MachineID { get; init; } = "";

    /// <summary>UUID of the hardware as its firmware gives it; <c>machineID</c> is the better identifier.</summary>
    [Field(2, Required = true)]
    public string SystemUUID { get; init; } = "";

    /// <summary>Identifier of the present boot; a new one tells that the machine was restarted.</summary>
    [Field(3, Required = true)]
    public string BootID { get; init; } = "";

    /// <summary>Release of the kernel, as <c>uname -r</c> prints it.</summary>
    [Field(4, Required = true)]
    public string KernelVersion { get; init; } = "";

    /// <summary>Name of the system from <c>/etc/os-release</c>, such as <c>Debian GNU/Linux 12 (bookworm)</c>.</summary>
    [Field(5, Required = true)]
    public string OsImage { get; init; } = "";

    /// <summary>Container runtime and its version, such as <c>containerd://1.7.24</c>.</summary>
    [Field(6, Required = true)]
    public string ContainerRuntimeVersion { get; init; } = "";

    /// <summary>Version of the node agent, such as <c>v1.32.0</c>.</summary>
    [Field(7, Required = true)]
    public string KubeletVersion { get; init; } = "";

    /// <summary>Deprecated, as the node agent doesn't know the version of its proxy.</summary>
    [Field(8, Required = true)]
    public string KubeProxyVersion { get; init; } = "";

    /// <summary><c>linux</c> or <c>windows</c>; also in the label <c>kubernetes.io/os</c>.</summary>
    [Field(9, Required = true)]
    public string OperatingSystem { get; init; } = "";

    /// <summary>CPU architecture, such as <c>amd64</c> or <c>arm64</c>; also in the label <c>kubernetes.io/arch</c>.</summary>
    [Field(10, Required = true)]
    public string Architecture { get; init; } = "";
}
