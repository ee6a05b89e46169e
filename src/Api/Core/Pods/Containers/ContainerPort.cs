using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Port that a container listens on, optionally open on the node too.</summary>
[ApiType("io.k8s.api.core.v1.ContainerPort")]
public sealed partial record ContainerPort
{
    /// <summary>Name that Services and probes can use for the port; unique in the Pod, at most 15 characters.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Port of the node that leads to this one, 1 to 65535; 0 for none. Only one such Pod fits on a node.</summary>
    [Field(2)]
    public int HostPort { get; init; }

    /// <summary>Port at the Pod's IP, 1 to 65535; required.</summary>
    [Field(3, Name = "containerPort", Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>; when absent, <c>TCP</c>.</summary>
    [Field(4, Default = "\"TCP\"", Enum = ["SCTP", "TCP", "UDP"])]
    public string? Protocol { get; init; }

    /// <summary>Address of the node that the host port is bound to; all addresses when empty.</summary>
    [Field(5)]
    public string? HostIP { get; init; }
}
