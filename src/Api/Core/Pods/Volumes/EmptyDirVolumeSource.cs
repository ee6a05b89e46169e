using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.EmptyDirVolumeSource")]
public sealed partial record EmptyDirVolumeSource
{
    [Field(1)]
    public string? Medium { get; init; }

    [Field(2)]
    public Quantity? SizeLimit { get; init; }
}
