using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.ApiRegistration;

/// <summary>Makes the server hand a group and version to an extension server. Named <c>&lt;version&gt;.&lt;group&gt;</c>.</summary>
[ApiType("io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService")]
public sealed partial record APIService : IApiObject
{
    /// <summary>The kind of this object, <c>APIService</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>apiregistration.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Group and version, the Service behind them, and their rank in discovery.</summary>
    [Field(2)]
    public APIServiceSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public APIServiceStatus Status { get; init; } = new();
}
