using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.VolumeResourceRequirements")]
public sealed partial record VolumeResourceRequirements
{
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Limits { get; init; }

    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Requests { get; init; }
}
