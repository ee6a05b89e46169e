using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>TCP connection that only has to be accepted.</summary>
[ApiType("io.k8s.api.core.v1.TCPSocketAction")]
public sealed partial record TCPSocketAction
{
    /// <summary>Port by number, or by the name of a container port.</summary>
    [Field(1, Required = true)]
    public IntOrString Port { get; init; }

    /// <summary>Host to connect to, default the Pod's IP.</summary>
    [Field(2)]
    public string? Host { get; init; }
}
