using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.LimitRangeItem")]
public sealed partial record LimitRangeItem
{
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Max { get; init; }

    [Field(3)]
    public IReadOnlyDictionary<string, Quantity>? Min { get; init; }

    [Field(4)]
    public IReadOnlyDictionary<string, Quantity>? Default { get; init; }

    [Field(5)]
    public IReadOnlyDictionary<string, Quantity>? DefaultRequest { get; init; }

    [Field(6)]
    public IReadOnlyDictionary<string, Quantity>? MaxLimitRequestRatio { get; init; }
}
