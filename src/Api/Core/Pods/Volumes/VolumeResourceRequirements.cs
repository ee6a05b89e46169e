using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Size that a claim asks for, under the resource <c>storage</c>.</summary>
[ApiType("io.k8s.api.core.v1.VolumeResourceRequirements")]
public sealed partial record VolumeResourceRequirements
{
    /// <summary>Most storage that the volume may have; seldom used.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Limits { get; init; }

    /// <summary>
    /// Least storage the volume must have, under <c>storage</c>. It can grow later if the class allows it, not shrink below what exists.
    /// </summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Requests { get; init; }
}
