using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Metrics;

/// <summary>What a node uses, averaged over a short time. Measured when it is asked for, and never stored.</summary>
[ApiType("io.k8s.metrics.pkg.apis.metrics.v1beta1.NodeMetrics")]
public sealed partial record NodeMetrics : IApiObject
{
    /// <summary>The kind of this object, <c>NodeMetrics</c>.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>metrics.k8s.io/v1beta1</c>.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name and labels of the Node.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>When the measurement ended.</summary>
    [Field(2, Required = true, Always = true)]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>How long the measurement took, such as <c>15.2s</c>: use of CPU is the average of that time.</summary>
    [Field(3, Required = true)]
    public string Window { get; init; } = "";

    /// <summary><c>cpu</c> in cores, and <c>memory</c> in bytes that can't be taken back without cost.</summary>
    [Field(4, Required = true)]
    public IReadOnlyDictionary<string, Quantity>? Usage { get; init; }
}
