using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>
/// Names a controller for Ingresses. The annotation <c>ingressclass.kubernetes.io/is-default-class: "true"</c> makes it the default.
/// </summary>
[ApiType("io.k8s.api.networking.v1.IngressClass")]
public sealed partial record IngressClass : IApiObject
{
    /// <summary>The kind of this object, <c>IngressClass</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>networking.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Controller that serves Ingresses of the class, and its parameters.</summary>
    [Field(2)]
    public IngressClassSpec Spec { get; init; } = new();
}
