using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Controller of a class of Ingresses, and its parameters.</summary>
[ApiType("io.k8s.api.networking.v1.IngressClassSpec")]
public sealed partial record IngressClassSpec
{
    /// <summary>Name of the controller, with a domain in front: <c>example.com/ingress</c>. Immutable.</summary>
    [Field(1)]
    public string? Controller { get; init; }

    /// <summary>Object with further settings; absent if the controller needs none.</summary>
    [Field(2)]
    public IngressClassParametersReference? Parameters { get; init; }
}
