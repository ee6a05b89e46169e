using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Keeps a number of equal Pods running, and moves them to a new template step by step.</summary>
[ApiType("io.k8s.api.apps.v1.Deployment")]
public sealed partial record Deployment : IApiObject
{
    /// <summary>The kind of this object, <c>Deployment</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>apps/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>How many Pods of which template, and how updates go.</summary>
    [Field(2)]
    public DeploymentSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public DeploymentStatus Status { get; init; } = new();
}
