using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Check through the standard gRPC health protocol; <c>SERVING</c> is success.</summary>
[ApiType("io.k8s.api.core.v1.GRPCAction")]
public sealed partial record GRPCAction
{
    /// <summary>Port of the gRPC server, 1 to 65535; a number, no name.</summary>
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Service to ask about in the health request; empty asks about the server as a whole.</summary>
    [Field(2, KeepEmpty = true, Always = true, Default = "\"\"")]
    public string? Service { get; init; }
}
