using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Traffic that Pods may have. Pods that no policy selects are open; what policies allow adds up.</summary>
[ApiType("io.k8s.api.networking.v1.NetworkPolicy")]
public sealed partial record NetworkPolicy : IApiObject
{
    /// <summary>The kind of this object, <c>NetworkPolicy</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>networking.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Pods that the policy selects, and the traffic they may have.</summary>
    [Field(2)]
    public NetworkPolicySpec Spec { get; init; } = new();
}
