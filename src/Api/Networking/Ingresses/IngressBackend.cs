using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Where requests go: either a Service or another object.</summary>
[ApiType("io.k8s.api.networking.v1.IngressBackend")]
public sealed partial record IngressBackend
{
    /// <summary>Service and port that requests go to; excludes <c>resource</c>.</summary>
    [Field(4)]
    public IngressServiceBackend? Service { get; init; }

    /// <summary>Object in the same namespace, such as a bucket; excludes <c>service</c>.</summary>
    [Field(3)]
    public TypedLocalObjectReference? Resource { get; init; }
}
