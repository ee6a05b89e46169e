using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Service that requests go to, and its port.</summary>
[ApiType("io.k8s.api.networking.v1.IngressServiceBackend")]
public sealed partial record IngressServiceBackend
{
    /// <summary>Name of the Service in the Ingress's namespace.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Port of the Service, by its name or number.</summary>
    [Field(2)]
    public ServiceBackendPort Port { get; init; } = new();
}
