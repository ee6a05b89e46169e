using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Coordination;

/// <summary>Claim to a role for a time, renewed by its holder: for leader election and node heartbeats.</summary>
[ApiType("io.k8s.api.coordination.v1.Lease")]
public sealed partial record Lease : IApiObject
{
    /// <summary>The kind of this object, <c>Lease</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>coordination.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Who holds the lease, since when and for how long.</summary>
    [Field(2)]
    public LeaseSpec Spec { get; init; } = new();
}
