using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Names a field of the Pod, whose value is used.</summary>
[ApiType("io.k8s.api.core.v1.ObjectFieldSelector", Atomic = true)]
public sealed partial record ObjectFieldSelector
{
    /// <summary>Version of the schema that the path belongs to, default <c>v1</c>.</summary>
    [Field(1)]
    public string? ApiVersion { get; init; }

    /// <summary>Path of the field, such as <c>metadata.name</c> or <c>metadata.labels['app']</c>.</summary>
    [Field(2, Required = true)]
    public string FieldPath { get; init; } = "";
}
