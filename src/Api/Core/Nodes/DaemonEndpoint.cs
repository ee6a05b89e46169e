using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Port at which a daemon of a node listens.</summary>
[ApiType("io.k8s.api.core.v1.DaemonEndpoint")]
public sealed partial record DaemonEndpoint
{
    /// <summary>Number of the port; the JSON name has a capital <c>P</c>.</summary>
    [Field(1, Name = "Port", Required = true, Always = true)]
    public int Port { get; init; }
}
