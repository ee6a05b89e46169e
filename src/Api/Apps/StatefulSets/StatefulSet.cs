using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Keeps Pods with fixed names, ordinals and storage: <c>web-0</c> comes back as <c>web-0</c>, with its own claims.</summary>
[ApiType("io.k8s.api.apps.v1.StatefulSet")]
public sealed partial record StatefulSet : IApiObject
{
    /// <summary>The kind of this object, <c>StatefulSet</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>apps/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>How many Pods with which claims, and how updates go.</summary>
    [Field(2)]
    public StatefulSetSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public StatefulSetStatus Status { get; init; } = new();
}
