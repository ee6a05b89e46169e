using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.RuntimeClasses;

/// <summary>Way to run containers, such as a sandbox, that Pods pick by <c>runtimeClassName</c>.</summary>
[ApiType("io.k8s.api.node.v1.RuntimeClass")]
public sealed partial record RuntimeClass : IApiObject
{
    /// <summary>The kind of this object, <c>RuntimeClass</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>node.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Name of the configuration in the node's runtime, a DNS label. Immutable.</summary>
    [Field(2, Required = true)]
    public string Handler { get; init; } = "";

    /// <summary>Resources that running a Pod this way takes by itself.</summary>
    [Field(3)]
    public Overhead? Overhead { get; init; }

    /// <summary>Nodes that support it; all nodes when absent.</summary>
    [Field(4)]
    public Scheduling? Scheduling { get; init; }
}
