using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Puts requests into flows and assigns them to a priority level.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.FlowSchema")]
public sealed partial record FlowSchema : IApiObject
{
    /// <summary>The kind of this object, <c>FlowSchema</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>flowcontrol.apiserver.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Requests that the schema matches, and the level they go to.</summary>
    [Field(2)]
    public FlowSchemaSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public FlowSchemaStatus Status { get; init; } = new();
}
