using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Certificate that the controller presents for certain hosts.</summary>
[ApiType("io.k8s.api.networking.v1.IngressTLS")]
public sealed partial record IngressTLS
{
    /// <summary>Hosts in the certificate; the controller's default when empty.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>Secret of type <c>kubernetes.io/tls</c> with certificate and key; absent if TLS is passed through by SNI.</summary>
    [Field(2)]
    public string? SecretName { get; init; }
}
