using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Field by which custom resources can be selected.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField")]
public sealed partial record SelectableField
{
    /// <summary>Path of a string, integer or boolean field, such as <c>.spec.color</c>; no arrays, nothing in <c>metadata</c>.</summary>
    [Field(1, Required = true)]
    public string JsonPath { get; init; } = "";
}
