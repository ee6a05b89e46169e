using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Kernel parameter to set in the namespaces of a Pod.</summary>
[ApiType("io.k8s.api.core.v1.Sysctl")]
public sealed partial record Sysctl
{
    /// <summary>Name of the parameter, such as <c>net.ipv4.ip_local_port_range</c>; unique in the Pod.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Value to set the parameter to, as text.</summary>
    [Field(2, Required = true)]
    public string Value { get; init; } = "";
}
