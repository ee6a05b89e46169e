using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Defaults and bounds for one type of thing, per resource.</summary>
[ApiType("io.k8s.api.core.v1.LimitRangeItem")]
public sealed partial record LimitRangeItem
{
    /// <summary><c>Container</c>, <c>Pod</c> (its containers in sum) or <c>PersistentVolumeClaim</c>.</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Most that may be asked for or set as limit, per resource.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Max { get; init; }

    /// <summary>Least that must be asked for, per resource.</summary>
    [Field(3)]
    public IReadOnlyDictionary<string, Quantity>? Min { get; init; }

    /// <summary>Limit that a container gets when it sets none; <c>max</c> when absent.</summary>
    [Field(4)]
    public IReadOnlyDictionary<string, Quantity>? Default { get; init; }

    /// <summary>Request that a container gets when it sets none; <c>default</c> when absent, and failing that <c>min</c>.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, Quantity>? DefaultRequest { get; init; }

    /// <summary>Most that limit divided by request may be; a way to bound overcommitment.</summary>
    [Field(6)]
    public IReadOnlyDictionary<string, Quantity>? MaxLimitRequestRatio { get; init; }
}
