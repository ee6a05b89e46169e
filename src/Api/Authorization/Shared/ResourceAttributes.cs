using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Request for a resource, by verb, kind of object and place.</summary>
[ApiType("io.k8s.api.authorization.v1.ResourceAttributes")]
public sealed partial record ResourceAttributes
{
    /// <summary>Namespace of the request. Empty means all namespaces, or none for cluster-wide resources.</summary>
    [Field(1)]
    public string? Namespace { get; init; }

    /// <summary>
    /// Verb, such as <c>get</c>, <c>list</c>, <c>watch</c>, <c>create</c>, <c>update</c>, <c>patch</c>, <c>delete</c>, <c>proxy</c>; <c>*</c> means
    /// all.
    /// </summary>
    [Field(2)]
    public string? Verb { get; init; }

    /// <summary>API group of the resource, empty for the core group; <c>*</c> stands for all.</summary>
    [Field(3)]
    public string? Group { get; init; }

    /// <summary>API version of the resource, such as <c>v1</c>; <c>*</c> stands for all.</summary>
    [Field(4)]
    public string? Version { get; init; }

    /// <summary>Resource in plural, such as <c>pods</c>; <c>*</c> means all.</summary>
    [Field(5)]
    public string? Resource { get; init; }

    /// <summary>Subresource, such as <c>log</c> or <c>status</c>; empty for the resource itself.</summary>
    [Field(6)]
    public string? Subresource { get; init; }

    /// <summary>Name of the object; empty means all of them.</summary>
    [Field(7)]
    public string? Name { get; init; }

    /// <summary>Field selector of the request, which limits what it can see.</summary>
    [Field(8)]
    public FieldSelectorAttributes? FieldSelector { get; init; }

    /// <summary>Label selector of the request, which limits what it can see.</summary>
    [Field(9)]
    public LabelSelectorAttributes? LabelSelector { get; init; }
}
