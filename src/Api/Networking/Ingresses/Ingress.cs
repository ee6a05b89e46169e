using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Brings HTTP from outside to Services, by host and path. A controller of its class must be running.</summary>
[ApiType("io.k8s.api.networking.v1.Ingress")]
public sealed partial record Ingress : IApiObject
{
    /// <summary>The kind of this object, <c>Ingress</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>networking.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Hosts, paths, the backends they lead to, and TLS.</summary>
    [Field(2)]
    public IngressSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public IngressStatus Status { get; init; } = new();
}
