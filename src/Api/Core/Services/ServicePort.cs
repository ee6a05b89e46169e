using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One port of a Service, and where its traffic goes.</summary>
[ApiType("io.k8s.api.core.v1.ServicePort")]
public sealed partial record ServicePort
{
    /// <summary>Name of the port, unique in the Service; required when there are several.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>; when absent, <c>TCP</c>.</summary>
    [Field(2, Default = "\"TCP\"", Enum = ["SCTP", "TCP", "UDP"])]
    public string? Protocol { get; init; }

    /// <summary>Protocol spoken above it, such as <c>http</c> or <c>kubernetes.io/h2c</c>; a hint for proxies.</summary>
    [Field(6, KeepEmpty = true)]
    public string? AppProtocol { get; init; }

    /// <summary>Port that the Service offers at its addresses, 1 to 65535.</summary>
    [Field(3, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Port of the Pods, by number or name; the same as <c>port</c> when absent. Headless Services ignore it.</summary>
    [Field(4)]
    public IntOrString TargetPort { get; init; }

    /// <summary>
    /// Port on every node for types <c>NodePort</c> and <c>LoadBalancer</c>; chosen by the server when 0, by default from 30000 to 32767.
    /// </summary>
    [Field(5)]
    public int NodePort { get; init; }
}
