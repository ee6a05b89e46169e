using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Limits on what the objects of a namespace may use in sum. Requests that exceed it are refused with <c>403 Forbidden</c>.</summary>
[ApiType("io.k8s.api.core.v1.ResourceQuota")]
public sealed partial record ResourceQuota : IApiObject
{
    /// <summary>The kind of this object, <c>ResourceQuota</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Limits by resource, and the objects that count.</summary>
    [Field(2)]
    public ResourceQuotaSpec Spec { get; init; } = new();

    /// <summary>Limits in force and use so far; written through the <c>status</c> subresource.</summary>
    [Field(3)]
    public ResourceQuotaStatus Status { get; init; } = new();
}
