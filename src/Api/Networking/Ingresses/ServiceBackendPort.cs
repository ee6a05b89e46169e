using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Port of a Service, by name or number; not both.</summary>
[ApiType("io.k8s.api.networking.v1.ServiceBackendPort", Atomic = true)]
public sealed partial record ServiceBackendPort
{
    /// <summary>Name of the port in the Service; excludes <c>number</c>.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Number of the port in the Service; excludes <c>name</c>.</summary>
    [Field(2)]
    public int Number { get; init; }
}
