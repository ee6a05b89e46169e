using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Priority level of requests to the server: how many run at a time and how others wait.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.PriorityLevelConfiguration")]
public sealed partial record PriorityLevelConfiguration : IApiObject
{
    /// <summary>The kind of this object, <c>PriorityLevelConfiguration</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>flowcontrol.apiserver.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>How many requests of the level run, and how others wait.</summary>
    [Field(2)]
    public PriorityLevelConfigurationSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public PriorityLevelConfigurationStatus Status { get; init; } = new();
}
